using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Accounts.Import;
using GovAccountConsole.Web.Api;
using GovAccountConsole.Web.Components.Shared;

namespace GovAccountConsole.Web.Accounts;

/// <summary>A bad cell on the wire.</summary>
/// <param name="Row">As the spreadsheet counts it: the header is 1.</param>
/// <param name="Column">The heading as the file writes it.</param>
/// <param name="Message">What is wrong, in the caller's language.</param>
public sealed record RejectedJson(int Row, string Column, string Message);

/// <summary>What became of an import, on the wire.</summary>
public sealed record ImportJson(int Accepted, IReadOnlyList<RejectedJson> Rejected);

/// <summary><c>/api/v1/accounts/import</c>: hundreds of accounts from a spreadsheet.</summary>
public static class ImportApi
{
    /// <summary>Maps the address.</summary>
    public static void MapImport(this IEndpointRouteBuilder accounts) =>
        accounts.MapPost("/import", ImportAsync).WithMetadata(Uploads.SizeLimit)
            .Says("Registers the accounts of an .xlsx or .csv file: all rows or none, unless `partial=true`.").Takes("partial").TakesFile().Answers<ImportJson>();

    private static async Task<IResult> ImportAsync(HttpContext context, ImportAccounts import, ErrorText words, CancellationToken token)
    {
        var actor = context.Actor();
        if (!actor.CanSomewhere(Permission.ManageAccounts))
        {
            return Problems.From(context, Error.Forbidden);
        }

        var query = new ApiQuery(context);
        var partial = query.Flag("partial");
        if (query.Refusal is { } wrong)
        {
            return wrong;
        }

        var (name, bytes, refusal) = await Uploads.ReadAsync(context, ImportErrors.BytesLimit, ImportErrors.TooLarge);
        if (refusal is not null)
        {
            return refusal;
        }

        var imported = await import.ExecuteAsync(actor, name, bytes, partial, token);
        return imported.Succeeded
            ? Results.Ok(new ImportJson(
                imported.Value.Accepted, [.. imported.Value.Rejected.Select(cell => new RejectedJson(cell.Row, cell.Column, words.Say(cell.Reason)))]))
            : Problems.From(context, imported);
    }
}
