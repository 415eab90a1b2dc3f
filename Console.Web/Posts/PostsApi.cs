using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Operations;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Web.Api;
using GovAccountConsole.Web.Components.Shared;

namespace GovAccountConsole.Web.Posts;

/// <summary><c>/api/v1/posts</c>: write, submit, review, schedule, publish, follow.</summary>
public static class PostsApi
{
    /// <summary>Maps the addresses.</summary>
    public static void MapPosts(this IEndpointRouteBuilder api)
    {
        var posts = api.MapGroup("/posts").WithTags("posts");
        posts.MapGet("", ListAsync).Says("Posts within scope, newest first.").TakesList("account", "agency", "status", "q").Answers<ListJson<PostJson>>();
        posts.MapPost("", CreateAsync).Says("Begins a post as a draft.").Answers<PostJson>(StatusCodes.Status201Created);
        posts.MapGet("/{id:guid}", async (Guid id, HttpContext context, CancellationToken token) => await PostAnswer.SendAsync(context, id, token))
            .WithName("post").Says("A post whole.").Answers<PostJson>();
        posts.MapPut("/{id:guid}", SaveAsync).Says("Stores changed content; needs If-Match. In review, approved or scheduled, review starts again.").NeedsIfMatch().Answers<PostJson>();
        posts.MapImportDocument();
        posts.MapCopyArticles();
        posts.MapDelete("/{id:guid}", DeleteAsync).Says("Deletes a post that never went anywhere.").Answers(StatusCodes.Status204NoContent);
        posts.MapPut("/{id:guid}/topics", async (Guid id, TopicsInput? input, HttpContext context, TouchPost touch, CancellationToken token) =>
            await PostAnswer.AfterAsync(context, await touch.ExecuteAsync(context.Actor(), id, context.Version(), input?.Topics ?? [], token), token))
            .Says("Says what the post touches; in review, approved or scheduled, review starts again under the plan that now holds.").Answers<PostJson>();
        posts.MapPost("/{id:guid}/submit", SubmitAsync).Says("Hands the post to review.").Answers<PostJson>();
        posts.MapPost("/{id:guid}/withdraw", WithdrawAsync).Says("Takes the post back from review.").Answers<PostJson>();
        posts.MapPost("/{id:guid}/reviews", DecideAsync).Says("Approves or returns the current step, bound to the revision that was read.").Answers<PostJson>();
        posts.MapPost("/{id:guid}/schedule", ScheduleAsync).Says("Gives an approved post its slot, or another one.").Answers<PostJson>();
        posts.MapPost("/{id:guid}/unschedule", UnscheduleAsync).Says("Takes the slot away; the approval stays.").Answers<PostJson>();
        posts.MapPost("/{id:guid}/publish", PublishAsync).Says("Sends an approved post now.").Answers<PostJson>();
        posts.MapPost("/{id:guid}/recall", RecallAsync).Says("Takes a published post off the platform, for good.").Answers<PostJson>();
        posts.MapPost("/{id:guid}/resolve", ResolveAsync).Says("Settles an unconfirmed post after looking at the account: it is there, or it is not. Sends nothing.").Answers<PostJson>();
        posts.MapPost("/{id:guid}/send-again", SendAgainAsync)
            .Says("Sends an unconfirmed post again, after the platform's lists were asked once more; found there, it is published and nothing is sent.").Answers<PostJson>();
        posts.MapPost("/{id:guid}/correction", CorrectAsync)
            .Says("Begins a correction of a published or recalled post: a prefilled draft of its own, linked both ways.").Answers<PostJson>(StatusCodes.Status201Created);
        posts.MapGet("/{id:guid}/history", HistoryAsync).Says("Every transition, newest first.").TakesList().Answers<ListJson<HistoryJson>>();
        posts.MapPreflight();
        posts.MapGet("/{id:guid}/publication", PublicationAsync).Says("The newest delivery of the post.").Answers<PublicationJson>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, PostQueries queries, TroubleText troubles, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var filter = new PostFilter { Account = query.Id("account"), Agency = query.Id("agency"), Statuses = query.Words<PostStatus>("status"), Query = query.Text("q") };
        var (after, limit) = (query.AfterId(), query.Limit());
        return query.Refusal ?? await PostAnswer.PageAsync(context, await queries.ListAsync(context.Actor(), filter, after, limit, token), token);
    }

    private static async Task<IResult> CreateAsync(PostInput? input, HttpContext context, CreatePost create, CancellationToken token)
    {
        var actor = context.Actor();
        var errors = Check(input);
        if (input?.AccountId is not { } account)
        {
            return Problems.From(context, actor.CanSomewhere(Permission.WritePosts) ? Result.From([Error.Required("accountId"), .. errors]) : Error.Forbidden);
        }

        // A body that lacks something is still first a question of scope and role; without articles nothing can be stored by it.
        var draft = errors.Count == 0 ? Draft(input) : Nothing(account);
        var created = await create.ExecuteAsync(actor, draft, SaveMode.Complete, token);
        return created.Succeeded
            ? await PostAnswer.SendAsync(context, created.Value.Id, token, StatusCodes.Status201Created)
            : Problems.From(context, errors.Count > 0 && created.Error.Kind == ErrorKind.Invalid ? Result.From(errors) : created);
    }

    private static async Task<IResult> SaveAsync(Guid id, PostInput? input, HttpContext context, SaveDraft save, PostQueries queries, CancellationToken token)
    {
        var actor = context.Actor();
        var errors = Check(input);
        if (!context.TryRequireVersion(out var version, out var refusal) || errors.Count > 0)
        {
            // Scope and role come first; version 0 matches nothing, so nothing is stored by this.
            var refused = await save.ExecuteAsync(actor, id, 0, Nothing(Guid.Empty), SaveMode.Complete, token);
            return refused.Error.Kind != ErrorKind.Stale ? Problems.From(context, refused) : refusal ?? Problems.From(context, Result.From(errors));
        }

        version ??= (await queries.GetAsync(actor, id, token))?.Row.Version;
        return await PostAnswer.AfterAsync(context, await save.ExecuteAsync(actor, id, version ?? 0, Draft(input!), SaveMode.Complete, token), token);
    }

    private static async Task<IResult> DeleteAsync(Guid id, HttpContext context, DeletePost delete, CancellationToken token)
    {
        var deleted = await delete.ExecuteAsync(context.Actor(), id, context.Version(), token);
        return deleted.Succeeded ? Results.NoContent() : Problems.From(context, deleted);
    }

    private static async Task<IResult> SubmitAsync(Guid id, HttpContext context, SubmitPost submit, CancellationToken token) =>
        await PostAnswer.AfterAsync(context, await submit.ExecuteAsync(context.Actor(), id, context.Version(), token), token);

    private static async Task<IResult> WithdrawAsync(Guid id, HttpContext context, WithdrawPost withdraw, CancellationToken token) =>
        await PostAnswer.AfterAsync(context, await withdraw.ExecuteAsync(context.Actor(), id, context.Version(), token), token);

    private static async Task<IResult> DecideAsync(Guid id, DecisionInput? input, HttpContext context, DecidePost decide, CancellationToken token)
    {
        var missing = new List<Error>();
        if (input?.Revision is null)
        {
            missing.Add(Error.Required("revision"));
        }

        if (input?.Decision is null)
        {
            missing.Add(Error.Required("decision"));
        }

        // No post has revision 0: what is missing is said only to who may decide.
        var decided = await decide.ExecuteAsync(
            context.Actor(), id, missing.Count > 0 ? 0 : input!.Revision!.Value,
            new Verdict(input?.Decision ?? default, input?.Comment, input?.Ticks, input?.Reasons), token);
        return missing.Count > 0 && decided.Error.Kind is not (ErrorKind.NotFound or ErrorKind.Forbidden)
            ? Problems.From(context, Result.From(missing))
            : await PostAnswer.AfterAsync(context, decided, token);
    }

    private static async Task<IResult> ScheduleAsync(Guid id, ScheduleInput? input, HttpContext context, SchedulePost schedule, CancellationToken token)
    {
        var scheduled = await schedule.ExecuteAsync(context.Actor(), id, input?.PublishAt ?? DateTimeOffset.MinValue, context.Version(), token);
        return input?.PublishAt is null && scheduled.Error.Kind == ErrorKind.Invalid
            ? Problems.From(context, Error.Required("publishAt"))
            : await PostAnswer.AfterAsync(context, scheduled, token);
    }

    private static async Task<IResult> UnscheduleAsync(Guid id, HttpContext context, UnschedulePost unschedule, CancellationToken token) =>
        await PostAnswer.AfterAsync(context, await unschedule.ExecuteAsync(context.Actor(), id, context.Version(), token), token);

    private static async Task<IResult> PublishAsync(Guid id, HttpContext context, PublishPost publish, CancellationToken token) =>
        await PostAnswer.AfterAsync(context, await publish.ExecuteAsync(context.Actor(), id, context.Version(), token), token);

    private static async Task<IResult> RecallAsync(Guid id, ReasonInput? input, HttpContext context, RecallPost recall, CancellationToken token) =>
        await PostAnswer.AfterAsync(context, await recall.ExecuteAsync(context.Actor(), id, input?.Reason, context.Version(), token), token);

    private static async Task<IResult> ResolveAsync(Guid id, ResolveInput? input, HttpContext context, ResolvePost resolve, CancellationToken token)
    {
        // A version that matches nothing: what is missing is said only to who may settle.
        var resolved = await resolve.ExecuteAsync(context.Actor(), id, input?.Published ?? false, input?.Published is null ? 0 : context.Version(), token);
        return input?.Published is null && resolved.Error.Kind == ErrorKind.Stale
            ? Problems.From(context, Error.Required("published"))
            : await PostAnswer.AfterAsync(context, resolved, token);
    }

    private static async Task<IResult> SendAgainAsync(Guid id, ReasonInput? input, HttpContext context, SendPostAgain again, CancellationToken token) =>
        await PostAnswer.AfterAsync(context, await again.ExecuteAsync(context.Actor(), id, input?.Reason, context.Version(), token), token);

    private static async Task<IResult> CorrectAsync(Guid id, ReasonInput? input, HttpContext context, CorrectPost correct, CancellationToken token)
    {
        var begun = await correct.ExecuteAsync(context.Actor(), id, input?.Reason, context.Version(), token);
        return begun.Succeeded ? await PostAnswer.SendAsync(context, begun.Value.Id, token, StatusCodes.Status201Created) : Problems.From(context, begun);
    }

    private static async Task<IResult> HistoryAsync(Guid id, HttpContext context, PostQueries queries, CancellationToken token)
    {
        var query = new ApiQuery(context);
        var (before, limit) = (query.AfterNumber(), query.Limit());
        if (query.Refusal is { } refusal)
        {
            return refusal;
        }

        return await queries.NewestHistoryAsync(context.Actor(), id, before, limit, token) is { } page ? Lists.Ok(page, HistoryJson.Of) : Problems.From(context, Error.NotFound);
    }

    private static async Task<IResult> PublicationAsync(
        Guid id, HttpContext context, PostQueries queries, OperationsQueries operations, TroubleText words, CancellationToken token)
    {
        var actor = context.Actor();
        return await queries.GetAsync(actor, id, token) is { } post && await queries.PublicationAsync(actor, id, token) is { } delivery
            ? Results.Ok(PublicationJson.Of(delivery, post.AccountStatus, (await operations.StateAsync(actor, token)).Stopped, words))
            : Problems.From(context, Error.NotFound);
    }

    private static List<Error> Check(PostInput? input)
    {
        var errors = new List<Error>();
        if (input?.Channel is null)
        {
            errors.Add(Error.Required("channel"));
        }

        if (input?.Articles is not { } articles)
        {
            errors.Add(Error.Required("articles"));
            return errors;
        }

        for (var index = 0; index < articles.Count; index++)
        {
            if (articles[index] is null)
            {
                errors.Add(Error.Required(FormattableString.Invariant($"articles[{index}]")));
            }
        }

        return errors;
    }

    private static PostDraft Draft(PostInput input) =>
        new(input.AccountId ?? Guid.Empty, input.Channel!.Value, input.PlannedAt, [.. input.Articles!.Select(article => article!.ToArticle())])
        {
            Window = TimeWindow.Of(input.NotBefore, input.NotAfter),
            TemplateKey = string.IsNullOrWhiteSpace(input.TemplateKey) ? null : input.TemplateKey,
        };

    private static PostDraft Nothing(Guid accountId) => new(accountId, Channel.Publish, null, []);
}
