using System.Globalization;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Operations;
using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>Takes a published post off the platform (已删除). Irreversible; cards that followers received stay.</summary>
public sealed class RecallPost(Work work, WeixinGateway gateway)
{
    private const int Tries = 4;

    /// <summary>Asks the platform outside any transaction, then keeps that it is gone.</summary>
    /// <param name="actor">Who recalls.</param>
    /// <param name="postId">The post.</param>
    /// <param name="reason">Why; kept in the history.</param>
    /// <param name="version">The version the person saw.</param>
    /// <param name="token">Ends the work early.</param>
    public async Task<Result<PostVersion>> ExecuteAsync(Actor actor, Guid postId, string? reason, uint? version, CancellationToken token)
    {
        var opened = await work.RunAsync<Sent>(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Posts, postId, Permission.RecallPosts, version);
            if (!found.Succeeded) return Result<Sent>.Refuse(found.Errors);
            if (found.Value.CheckRecall(reason) is { Succeeded: false } refused) return Result<Sent>.Refuse(refused.Errors);
            if (await step.WhyNotSendAsync() is { } closed && closed == OperationsErrors.Muted) return closed;
            var account = await step.AccountOfAsync(found.Value);
            if (!account.MaySend) return PostErrors.AccountNotActive;
            var delivery = await step.Db.Publications.Where(row => row.PostId == postId && row.Status == PublicationStatus.Published)
                .OrderByDescending(row => row.Id).FirstOrDefaultAsync(step.Token);
            return new Sent(new(account.AppId), found.Value.Channel, delivery?.JobId, delivery?.ArticleId);
        }, token);
        if (!opened.Succeeded) return Result<PostVersion>.Refuse(opened.Errors);
        if (await TakeOffAsync(opened.Value, token) is { } error) return error;

        // The platform has done it: neither the caller's going away nor a change in the same moment may lose it.
        for (var attempt = 1; ; attempt++)
        {
            var kept = await KeepAsync(actor, postId, reason!.Trim());
            if (kept.Succeeded || kept.Error.Kind != ErrorKind.Stale || attempt == Tries) return kept.Map(PostVersion.Of);
        }
    }

    private Task<Result<Post>> KeepAsync(Actor actor, Guid postId, string reason) =>
        work.RunAsync<Post>(actor, async step =>
        {
            var found = await step.FindAsync(step.Db.Posts, postId, Permission.RecallPosts);
            if (found.Succeeded && found.Value.Status == PostStatus.Published) found.Value.NoteRecalled(reason, step.Actor.PersonId, step.Now);
            return found;
        }, CancellationToken.None);

    private Task<Error?> TakeOffAsync(Sent sent, CancellationToken token) =>
        sent.Channel == Channel.Publish ? TakeOffPublicationAsync(sent, token) : TakeOffPushAsync(sent, token);

    private async Task<Error?> TakeOffPublicationAsync(Sent sent, CancellationToken token)
    {
        if (await ArticleIdAsync(sent, token) is not { } articleId) return PlatformRefusals.NoArticle;
        var answer = await gateway.Publishing.DeleteAsync(sent.Account, articleId, null, token);
        if (answer.Value is not null || answer.Error is { IsGone: true }) return null;
        if (answer.Unknown is not null)
        {
            var look = await gateway.Publishing.GetArticleAsync(sent.Account, articleId, token);
            if (look.Error is { IsGone: true } || look.Value?.NewsItem.All(article => article.IsDeleted) == true) return null;
        }

        return PlatformRefusals.Of(answer);
    }

    private async Task<Error?> TakeOffPushAsync(Sent sent, CancellationToken token)
    {
        if (!long.TryParse(sent.JobId, CultureInfo.InvariantCulture, out var msgId)) return PlatformRefusals.NoArticle;
        var answer = await gateway.Mass.DeleteAsync(sent.Account, msgId, null, token);
        if (answer.Value is not null) return null;
        var look = answer.Unknown is null ? null : await gateway.Mass.GetAsync(sent.Account, sent.JobId!, token);
        return string.Equals(look?.Value?.MsgStatus, "DELETE", StringComparison.OrdinalIgnoreCase) ? null : PlatformRefusals.Of(answer);
    }

    // A post that a person confirmed as published has no article id yet; its job may tell it.
    private async Task<string?> ArticleIdAsync(Sent sent, CancellationToken token)
    {
        if (sent.ArticleId is not null || sent.JobId is not { } jobId) return sent.ArticleId;
        return (await gateway.Publishing.GetAsync(sent.Account, jobId, token)).Value?.ArticleId;
    }

    private sealed record Sent(WeixinAccount Account, Channel Channel, string? JobId, string? ArticleId);
}
