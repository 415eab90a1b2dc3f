using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Accounts.Import;

/// <summary>A bad cell.</summary>
/// <param name="Row">As the spreadsheet counts it: the header is 1.</param>
/// <param name="Column">The heading as the file writes it.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record RejectedCell(int Row, string Column, Error Reason);

/// <summary>What became of an import.</summary>
/// <param name="Accepted">Accounts registered.</param>
/// <param name="Rejected">Every bad cell.</param>
public sealed record ImportOutcome(int Accepted, IReadOnlyList<RejectedCell> Rejected);

/// <summary>Registers the accounts of a spreadsheet: all rows or none, unless a part is wanted.</summary>
public sealed class ImportAccounts(Work work, SecretSealer sealer)
{
    private const string AppIdField = "appId";

    /// <summary>Reads the file, checks every cell, then registers in one transaction.</summary>
    /// <param name="actor">Who imports.</param>
    /// <param name="fileName">Its ending tells the form.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="partial">Whether good rows are taken although others are bad.</param>
    /// <param name="token">Ends the work early.</param>
    public Task<Result<ImportOutcome>> ExecuteAsync(Actor actor, string fileName, byte[] bytes, bool partial, CancellationToken token) =>
        work.RunAsync<ImportOutcome>(actor, async step =>
        {
            if (!step.Actor.CanSomewhere(Permission.ManageAccounts))
            {
                return Error.Forbidden;
            }

            if (bytes.Length > ImportErrors.BytesLimit)
            {
                return ImportErrors.TooLarge;
            }

            var table = ImportTable.Read(fileName, bytes);
            if (!table.Succeeded)
            {
                return Result<ImportOutcome>.Refuse(table.Errors);
            }

            var header = new ImportHeader(table.Value[0]);
            if (!header.IsHeader)
            {
                return ImportErrors.Unreadable;
            }

            return header.Errors.Count > 0
                ? new ImportOutcome(0, header.Errors)
                : await RegisterAsync(step, header, [.. table.Value.Skip(1)], partial);
        }, token);

    private async Task<ImportOutcome> RegisterAsync(WorkStep step, ImportHeader header, IReadOnlyList<ImportRow> rows, bool partial)
    {
        step.Db.ScopeRoots = step.Actor.RootsWith(Permission.ManageAccounts);
        var reader = new ImportReader(header, await ImportAgencies.LoadAsync(step.Db, step.Token));
        var appIds = rows.Select(row => header.Cell(row, AppIdField).Text.Trim()).Distinct().ToArray();
        // An AppID is unique in the whole matrix, also where the actor does not see.
        var taken = await step.Db.Accounts.IgnoreQueryFilters().Where(account => appIds.Contains(account.AppId)).Select(account => account.AppId).ToHashSetAsync(step.Token);
        var rejected = new List<RejectedCell>();
        var inputs = new List<AccountInput>(rows.Count);
        foreach (var row in rows)
        {
            var (input, bad) = reader.Read(row, taken);
            rejected.AddRange(bad);
            if (input is not null)
            {
                inputs.Add(input);
            }
        }

        if (rejected.Count > 0 && !partial)
        {
            return new ImportOutcome(0, rejected);
        }

        step.Db.Accounts.AddRange(inputs.Select(input =>
            OfficialAccount.Apply(input.AgencyId, input.Details, input.Secrets, input.Seal(sealer), step.Actor.Id, step.Now).Value));
        return new ImportOutcome(inputs.Count, rejected);
    }
}
