using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Checks.Lists;
using GovAccountConsole.Web.Accounts;
using GovAccountConsole.Web.Api;
using GovAccountConsole.Web.Components.Shared;

namespace GovAccountConsole.Web.Checks.Lists;

/// <summary>An entry of the word list on the wire.</summary>
public sealed record WordJson(Guid Id, WordKind Kind, string Wrong, string? Right, CheckLevel Level, string Reason, string Source, DateOnly? From, DateOnly? Until, int SinceVersion);

/// <summary>An entry of the names and titles list on the wire.</summary>
public sealed record OfficeJson(Guid Id, string Name, string Title, string Agency, int Rank, DateOnly? From, DateOnly? Until, string Source, int SinceVersion);

/// <summary>An official site or mini program on the wire.</summary>
public sealed record SiteJson(Guid Id, SiteKind Kind, string Address, string Name, string Source, DateOnly? From, DateOnly? Until, int SinceVersion);

/// <summary>What an import of a list would do, or did, on the wire.</summary>
public sealed record ListOutcomeJson(int Version, int Added, int Changed, int Unchanged, int Removed, bool Written, IReadOnlyList<RejectedJson> Rejected);

/// <summary><c>/api/v1/rules</c>: the lists that the department maintains, and the rule profiles.</summary>
public static class RulesApi
{
    /// <summary>Maps the addresses.</summary>
    public static void MapRules(this IEndpointRouteBuilder api)
    {
        var rules = api.MapGroup("/rules").WithTags("rules");
        rules.MapGet("/words", WordsAsync).Says("The word list, newest first.").TakesList("kind", "q").Answers<ListJson<WordJson>>();
        rules.MapPost("/words/import", (HttpContext context, ImportWords import, ErrorText words, CancellationToken token) => ImportAsync(context, import.ExecuteAsync, words, token))
            .WithMetadata(Uploads.SizeLimit).Says("Takes in an .xlsx or .csv file: `mode` is preview (default), merge or replace; with a bad cell nothing is written.").Takes("mode").TakesFile().Answers<ListOutcomeJson>();
        rules.MapGet("/names", NamesAsync).Says("The names and titles list, newest first.").TakesList("q").Answers<ListJson<OfficeJson>>();
        rules.MapPost("/names/import", (HttpContext context, ImportOffices import, ErrorText words, CancellationToken token) => ImportAsync(context, import.ExecuteAsync, words, token))
            .WithMetadata(Uploads.SizeLimit).Says("Takes in an .xlsx or .csv file: `mode` is preview (default), merge or replace; with a bad cell nothing is written.").Takes("mode").TakesFile().Answers<ListOutcomeJson>();
        rules.MapGet("/sites", SitesAsync).Says("The list of official sites and mini programs, newest first.").TakesList("q").Answers<ListJson<SiteJson>>();
        rules.MapPost("/sites/import", (HttpContext context, ImportSites import, ErrorText words, CancellationToken token) => ImportAsync(context, import.ExecuteAsync, words, token))
            .WithMetadata(Uploads.SizeLimit).Says("Takes in an .xlsx or .csv file: `mode` is preview (default), merge or replace; with a bad cell nothing is written.").Takes("mode").TakesFile().Answers<ListOutcomeJson>();
        rules.MapGet("/profiles", async (HttpContext context, RuleListQueries lists, CancellationToken token) =>
            Results.Ok(new ListJson<ProfileView>(await lists.ProfilesAsync(context.Actor(), token), null))).Says("The rule profiles.").Answers<ListJson<ProfileView>>();
    }

    private static async Task<IResult> WordsAsync(HttpContext context, WordQueries queries, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var kinds = query.Words<WordKind>("kind");
        var (after, limit) = (query.AfterId(), query.Limit());
        var filter = new WordFilter(kinds is [var kind, ..] ? kind : null, query.Text("q"));
        return query.Refusal ?? Api.Lists.Ok(await queries.ListAsync(context.Actor(), filter, after, limit, token), row => new WordJson(
            row.Id, row.Rule.Kind, row.Rule.Wrong, row.Rule.Right, row.Rule.Level, row.Rule.Reason, row.Rule.Source, row.Rule.From, row.Rule.Until, row.Since));
    }

    private static async Task<IResult> NamesAsync(HttpContext context, OfficeQueries queries, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var (after, limit) = (query.AfterId(), query.Limit());
        var filter = new OfficeFilter(query.Text("q"));
        return query.Refusal ?? Api.Lists.Ok(await queries.ListAsync(context.Actor(), filter, after, limit, token), row => new OfficeJson(
            row.Id, row.Rule.Name, row.Rule.Title, row.Rule.Agency, row.Rule.Rank, row.Rule.From, row.Rule.Until, row.Rule.Source, row.Since));
    }

    private static async Task<IResult> SitesAsync(HttpContext context, SiteQueries queries, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var (after, limit) = (query.AfterId(), query.Limit());
        var filter = new SiteFilter(query.Text("q"));
        return query.Refusal ?? Api.Lists.Ok(await queries.ListAsync(context.Actor(), filter, after, limit, token), row => new SiteJson(
            row.Id, row.Rule.Kind, row.Rule.Address, row.Rule.Name, row.Rule.Source, row.Rule.From, row.Rule.Until, row.Since));
    }

    private static async Task<IResult> ImportAsync(
        HttpContext context, Func<Domain.Access.Actor, string, byte[], ListImportMode, CancellationToken, Task<Result<ListOutcome>>> import, ErrorText words, CancellationToken token)
    {
        var actor = context.Actor();
        if (!actor.CanSomewhere(Domain.Access.Permission.ManageRules))
        {
            return Problems.From(context, Error.Forbidden);
        }

        var query = new ApiQuery(context);
        var modes = query.Words<ListImportMode>("mode");
        if (query.Refusal is { } wrong)
        {
            return wrong;
        }

        var (name, bytes, refusal) = await Uploads.ReadAsync(context, ImportErrors.BytesLimit, ImportErrors.TooLarge);
        if (refusal is not null)
        {
            return refusal;
        }

        var done = await import(actor, name, bytes, modes is [var mode, ..] ? mode : ListImportMode.Preview, token);
        return done.Succeeded
            ? Results.Ok(new ListOutcomeJson(
                done.Value.Version, done.Value.Added, done.Value.Changed, done.Value.Unchanged, done.Value.Removed, done.Value.Written,
                [.. done.Value.Rejected.Select(cell => new RejectedJson(cell.Row, cell.Column, words.Say(cell.Reason)))]))
            : Problems.From(context, done);
    }
}
