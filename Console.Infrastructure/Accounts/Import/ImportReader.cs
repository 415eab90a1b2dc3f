using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Infrastructure.Accounts.Import;

/// <summary>Turns the rows of a table into accounts to be, and notes every bad cell.</summary>
internal sealed class ImportReader(ImportHeader header, ImportAgencies agencies)
{
    private static readonly Dictionary<string, AccountKind> _kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["subscription"] = AccountKind.Subscription,
        ["订阅号"] = AccountKind.Subscription,
        ["service"] = AccountKind.Service,
        ["服务号"] = AccountKind.Service,
    };

    private static readonly Dictionary<string, Positioning> _positionings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["media"] = Positioning.Media,
        ["媒体型"] = Positioning.Media,
        ["communication"] = Positioning.Communication,
        ["沟通型"] = Positioning.Communication,
        ["service"] = Positioning.Service,
        ["服务型"] = Positioning.Service,
    };

    private static readonly Dictionary<string, bool> _flags = new(StringComparer.OrdinalIgnoreCase) { ["true"] = true, ["是"] = true, ["false"] = false, ["否"] = false };

    private readonly HashSet<string> _appIds = new(StringComparer.Ordinal);

    /// <summary>The account of a row, or one entry for each of its bad cells.</summary>
    /// <param name="row">The row.</param>
    /// <param name="taken">AppIDs that are registered already, in the whole matrix.</param>
    public (AccountInput? Input, IReadOnlyList<RejectedCell> Rejected) Read(ImportRow row, IReadOnlySet<string> taken)
    {
        var errors = new List<Error>();
        errors.AddRange(ImportHeader.Fields.Where(field => header.Cell(row, field).IsFormula).Select(field => ImportErrors.Formula with { Field = field }));
        var agency = agencies.Find(Text("agency"));
        errors.AddRange(agency.Errors);
        var kind = Word("kind", _kinds);
        var verified = Word("verified", _flags);
        var positioning = Word("positioning", _positionings);
        var details = new AccountDetails(Text("name"), Text("appId"), kind, verified, positioning);
        var secrets = new AccountSecrets(Text("appSecret"), Text("token"), Text("encodingAesKey"));
        errors.AddRange(OfficialAccount.Check(details, secrets, secretsRequired: true));
        if (!_appIds.Add(Text("appId")) && Text("appId").Length > 0)
        {
            errors.Add(ImportErrors.AppIdTwice);
        }
        else if (taken.Contains(Text("appId")))
        {
            errors.Add(AccountErrors.AppIdTaken);
        }

        // One entry for a cell: the first reason says what to mend first.
        var rejected = errors.DistinctBy(error => error.Field).Select(error => new RejectedCell(row.Number, header.HeadingOf(error.Field!), error)).ToList();
        return rejected.Count == 0 ? (new AccountInput(agency.Value, details, secrets), rejected) : (null, rejected);

        string Text(string field) => header.Cell(row, field).Text.Trim();

        T Word<T>(string field, Dictionary<string, T> words)
        {
            var text = Text(field);
            if (words.TryGetValue(text, out var value))
            {
                return value;
            }

            errors.Add(text.Length == 0 ? Error.Required(field) : Error.NotAccepted(field));
            return default!;
        }
    }
}
