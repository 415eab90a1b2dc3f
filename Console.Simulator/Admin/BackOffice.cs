using System.Globalization;
using GovAccountConsole.Simulator.Drafts;
using GovAccountConsole.Simulator.Faults;
using GovAccountConsole.Simulator.Gateway;
using GovAccountConsole.Simulator.Mass;
using GovAccountConsole.Simulator.Publishing;
using GovAccountConsole.Simulator.State;

namespace GovAccountConsole.Simulator.Admin;

/// <summary>How an article is taken off the platform past the console.</summary>
internal enum Removal
{
    /// <summary>By somebody in the back office: publish_status 5.</summary>
    ByUser,

    /// <summary>By the platform: publish_status 6.</summary>
    ByPlatform,
}

/// <summary>
/// What people do in the platform's own back office, past the console: send, edit, delete; and what another system with the same account
/// does: use up interfaces, spoil tokens.
/// </summary>
internal sealed class BackOffice(PlatformState state, ContentFilter filter, MassJobs jobs, TimeProvider time)
{
    /// <summary>A mass send to all, made by hand; takes a push of the period and ends with the finish event. False when no push is left.</summary>
    public bool Send(Account account, string title, string contentHtml, bool isSilent)
    {
        var now = time.GetUtcNow();
        if (MassQuota.Used(account, now) >= MassQuota.LimitOf(account.Settings))
        {
            return false;
        }
        var send = new MassSend
        {
            MsgId = state.NextMessageId(),
            MsgDataId = state.NextId(),
            MsgType = "mpnews",
            IsToAll = true,
            DuplicateKey = "back office " + Guid.NewGuid().ToString("N"),
            AcceptedAt = now,
            DueAt = now,
            State = MassState.Sending,
            DraftMediaId = "",
            Articles = [new DraftArticle { Title = title, Content = filter.Apply(contentHtml), Author = account.Settings.Name }],
        };
        account.Sends.Add(send);
        jobs.Finish(account, send, MassSend.SendSuccess, now, isSilent);
        state.Touch();
        return true;
    }

    /// <summary>Changes a published article; without words of one's own a sentence is added. False when there is none.</summary>
    public bool Alter(Account account, string key, string? title, string? contentHtml)
    {
        if (account.Articles.FindLast(article => string.Equals(article.Key, key, StringComparison.Ordinal)) is not { } article)
        {
            return false;
        }
        article.Content = title is null && contentHtml is null
            ? Alteration.Of(article.Content)
            : article.Content with { Title = title ?? article.Content.Title, Content = contentHtml is null ? article.Content.Content : filter.Apply(contentHtml) };
        state.Touch();
        return true;
    }

    /// <summary>Takes an article off the platform. False when there is none.</summary>
    public bool Remove(Account account, string key, Removal removal)
    {
        if (account.Articles.FindLast(article => string.Equals(article.Key, key, StringComparison.Ordinal)) is not { } article)
        {
            return false;
        }
        article.IsDeleted = true;
        var isGone = ArticleShelf.Group(account, article.GroupId).TrueForAll(one => one.IsDeleted);
        if (isGone && account.Publications.FindLast(job => string.Equals(job.ArticleId, article.GroupId, StringComparison.Ordinal)) is { } publication)
        {
            publication.Status = removal == Removal.ByUser ? PublishStatus.DeletedByUser : PublishStatus.Banned;
        }
        if (isGone && account.Sends.FindLast(send => string.Equals(send.MsgId.ToString(CultureInfo.InvariantCulture), article.GroupId, StringComparison.Ordinal)) is { } sent)
        {
            sent.State = MassState.Deleted;
        }
        state.Touch();
        return true;
    }

    /// <summary>Sets how often an interface was called today, by whoever.</summary>
    public void Use(Account account, string path, int used)
    {
        if (!account.Usage.TryGetValue(path, out var usage))
        {
            account.Usage[path] = usage = new DayUsage();
        }
        (usage.Day, usage.Count) = (BeijingTime.DayOf(time.GetUtcNow()), used);
        state.Touch();
    }

    public void Strike(Account account, FaultToken blow)
    {
        account.Tokens.Strike(blow, time.GetUtcNow());
        state.Touch();
    }
}
