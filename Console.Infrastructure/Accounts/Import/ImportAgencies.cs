using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Accounts.Import;

/// <summary>Finds the agencies that rows name: by name, by full path, or by id, among those where the actor manages accounts.</summary>
internal sealed class ImportAgencies
{
    private readonly HashSet<Guid> _ids = [];
    private readonly Dictionary<string, Guid> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid?> _byName = new(StringComparer.Ordinal);

    private ImportAgencies()
    {
    }

    /// <summary>Reads the agencies the context sees.</summary>
    public static async Task<ImportAgencies> LoadAsync(ConsoleDb db, CancellationToken token)
    {
        var found = new ImportAgencies();
        await foreach (var agency in db.Agencies.AsNoTracking().Select(row => new { row.Id, row.Name, row.Path }).AsAsyncEnumerable().WithCancellation(token))
        {
            found._ids.Add(agency.Id);
            found._byPath[agency.Path] = agency.Id;
            // Two of a name: neither is meant for certain.
            found._byName[agency.Name] = found._byName.ContainsKey(agency.Name) ? null : agency.Id;
        }

        return found;
    }

    /// <summary>The agency meant, or why none is.</summary>
    public Result<Guid> Find(string text)
    {
        var name = text.Trim().Trim('/');
        if (name.Length == 0)
        {
            return Error.Required("agency");
        }

        if (Guid.TryParse(name, out var id))
        {
            return _ids.Contains(id) ? id : AccountErrors.UnknownAgency with { Field = "agency" };
        }

        return _byPath.TryGetValue(name, out var byPath) ? byPath
            : !_byName.TryGetValue(name, out var byName) ? AccountErrors.UnknownAgency with { Field = "agency" }
            : byName is { } only ? only
            : ImportErrors.AmbiguousAgency;
    }
}
