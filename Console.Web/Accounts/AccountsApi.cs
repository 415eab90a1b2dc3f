using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Infrastructure.Weixin;
using GovAccountConsole.Web.Api;
using GovAccountConsole.Web.Posts;

namespace GovAccountConsole.Web.Accounts;

/// <summary><c>/api/v1/accounts</c>: register, verify, approve, freeze, close.</summary>
public static class AccountsApi
{
    /// <summary>Maps the addresses.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        var accounts = api.MapGroup("/accounts").WithTags("accounts");
        accounts.MapGet("", ListAsync).Says("Accounts within scope, newest first.").TakesList("agency", "status", "kind", "q").Answers<ListJson<AccountJson>>();
        accounts.MapPost("", ApplyAsync).Says("Registers an account.").Answers<AccountJson>(StatusCodes.Status201Created);
        accounts.MapImport();
        accounts.MapGet("/{id:guid}", async (Guid id, HttpContext context, CancellationToken token) => await AnswerAsync(context, id, token))
            .Says("An account; its secrets never come back.").Answers<AccountJson>();
        accounts.MapPut("/{id:guid}", ChangeAsync).Says("Changes an account; needs If-Match. Absent or empty secrets keep the stored ones.").NeedsIfMatch().Answers<AccountJson>();
        accounts.MapPost("/{id:guid}/verify", VerifyAsync).Says("Tests the credentials live; `ok` is null for what could not be tested.").Answers<VerificationJson>();
        accounts.MapPost("/{id:guid}/approve", async (Guid id, HttpContext context, ApproveAccount approve, CancellationToken token) =>
                await AfterAsync(context, id, await approve.ExecuteAsync(context.Actor(), id, context.Version(), token), token))
            .Says("Lets a verified account go live.").Answers<AccountJson>();
        accounts.MapPost("/{id:guid}/suspend", async (Guid id, ReasonInput? input, HttpContext context, SuspendAccount suspend, CancellationToken token) =>
                await AfterAsync(context, id, await suspend.ExecuteAsync(context.Actor(), id, input?.Reason, context.Version(), token), token))
            .Says("Freezes an account at once.").Answers<AccountJson>();
        accounts.MapPost("/{id:guid}/resume", async (Guid id, HttpContext context, ResumeAccount resume, CancellationToken token) =>
                await AfterAsync(context, id, await resume.ExecuteAsync(context.Actor(), id, context.Version(), token), token))
            .Says("Lifts the freeze.").Answers<AccountJson>();
        accounts.MapPost("/{id:guid}/close", async (Guid id, ReasonInput? input, HttpContext context, CloseAccount close, CancellationToken token) =>
                await AfterAsync(context, id, await close.ExecuteAsync(context.Actor(), id, input?.Reason, context.Version(), token), token))
            .Says("Ends an account for good.").Answers<AccountJson>();
        accounts.MapPut("/{id:guid}/quota", async (Guid id, QuotaInput? input, HttpContext context, SetAccountQuota set, CancellationToken token) =>
                await AfterAsync(context, id, await set.ExecuteAsync(context.Actor(), id, input?.Limit, input?.Reserved ?? 0, input?.Reason, context.Version(), token), token))
            .Says("Sets the mass sends of a period, and how many are kept for emergencies; without a limit the rule of the account's kind holds.").Answers<AccountJson>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, AccountQueries queries, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var filter = new AccountFilter
        {
            Agency = query.Id("agency"),
            Statuses = query.Words<AccountStatus>("status"),
            Kind = query.OneWord<AccountKind>("kind"),
            Query = query.Text("q"),
        };
        var (after, limit) = (query.AfterId(), query.Limit());
        return query.Refusal ?? Lists.Ok(await queries.ListAsync(context.Actor(), filter, after, limit, token), AccountJson.Of);
    }

    private static async Task<IResult> ApplyAsync(AccountBody? body, HttpContext context, ApplyAccount apply, CancellationToken token)
    {
        var actor = context.Actor();
        body ??= AccountBody.Empty;
        var missing = body.Missing();
        if (body.AgencyId is null)
        {
            return Problems.From(context, actor.CanSomewhere(Permission.ManageAccounts) ? Result.From([.. missing, .. body.Wrong()]) : Error.Forbidden);
        }

        // A body that lacks something is still first a question of scope and role; without a name nothing can be stored by it.
        var input = missing.Count == 0 ? body.ToInput() : (body with { Name = null }).ToInput();
        var applied = await apply.ExecuteAsync(actor, input, token);
        return applied.Succeeded
            ? await AnswerAsync(context, applied.Value, token, StatusCodes.Status201Created)
            : Problems.From(context, missing.Count > 0 && applied.Error.Kind == ErrorKind.Invalid ? Result.From([.. missing, .. body.Wrong()]) : applied);
    }

    private static async Task<IResult> ChangeAsync(Guid id, AccountBody? body, HttpContext context, ChangeAccount change, CancellationToken token)
    {
        body ??= AccountBody.Empty;
        var missing = body.Missing();
        if (!context.TryRequireVersion(out var version, out var refusal) || missing.Count > 0)
        {
            // Scope and role come first; version 0 matches nothing, so nothing is stored by this.
            var refused = await change.ExecuteAsync(context.Actor(), id, 0, body.ToInput(), token);
            return refused.Error.Kind != ErrorKind.Stale ? Problems.From(context, refused) : refusal ?? Problems.From(context, Result.From(missing));
        }

        return await AfterAsync(context, id, await change.ExecuteAsync(context.Actor(), id, version, body.ToInput(), token), token);
    }

    private static async Task<IResult> VerifyAsync(Guid id, HttpContext context, VerifyAccount verify, PlatformWords words, CancellationToken token)
    {
        var verified = await verify.ExecuteAsync(context.Actor(), id, token);
        return verified.Succeeded ? Results.Ok(VerificationJson.Of(verified.Value, words)) : Problems.From(context, verified);
    }

    private static async Task<IResult> AfterAsync(HttpContext context, Guid id, Result done, CancellationToken token) =>
        done.Succeeded ? await AnswerAsync(context, id, token) : Problems.From(context, done);

    private static async Task<IResult> AnswerAsync(HttpContext context, Guid id, CancellationToken token, int status = StatusCodes.Status200OK)
    {
        if (await context.RequestServices.GetRequiredService<AccountQueries>().GetAsync(context.Actor(), id, token) is not { } account)
        {
            return Problems.From(context, Error.NotFound);
        }

        context.SetETag(account.Row.Version);
        var json = AccountJson.Of(account.Row);
        return status == StatusCodes.Status201Created ? Results.Created("/api/v1/accounts/" + id, json) : Results.Ok(json);
    }
}
