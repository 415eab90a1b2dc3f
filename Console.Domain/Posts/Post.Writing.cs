using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts;

/// <summary>How strictly a save looks at limits.</summary>
public enum SaveMode
{
    /// <summary>As typed, while typing: too long is kept and marked; the number of the last autosave is reused.</summary>
    Autosave,

    /// <summary>A finished save: the platform's limits hold; always a version of its own.</summary>
    Complete,
}

public sealed partial class Post
{
    /// <summary>Begins a post with its first revision (稿件 created as 草稿).</summary>
    public static Result<(Post Post, Revision Revision)> Create(
        OfficialAccount account, PostContent content, DateTimeOffset? plannedAt, Guid by, DateTimeOffset now, SaveMode mode = SaveMode.Complete, Guid? id = null)
    {
        var errors = ContentErrors(content, mode);
        if (account.Status == AccountStatus.Closed)
        {
            errors.Add(PostErrors.AccountNotActive);
        }

        if (plannedAt <= now)
        {
            errors.Add(PostErrors.TimeInPast with { Field = "plannedAt" });
        }

        if (errors.Count > 0)
        {
            return Result<(Post, Revision)>.Refuse(errors);
        }

        var post = new Post
        {
            AgencyId = account.AgencyId,
            AccountId = account.Id,
            AuthorId = by,
            CreatedAt = now,
            StatusSince = now,
            PlannedAt = plannedAt?.ToUniversalTime(),
        };
        post.Id = id ?? post.Id;
        var revision = post.Take(content, 1, by, now, mode);
        post.MoveTo(PostStatus.Draft, "created", by, now);
        return (post, revision);
    }

    /// <summary>
    /// Changes the content. Unchanged content makes no revision (the value is null). In review, approved, scheduled or failed, all approvals
    /// and the slot are void and review starts again at step 1, bound to the new revision.
    /// </summary>
    /// <param name="current">The newest revision, to be replaced when it was an autosave of the same person.</param>
    /// <param name="content">What the person wants citizens to get.</param>
    /// <param name="plannedAt">The author's wish for a time.</param>
    /// <param name="plan">The account's review plan, should review start again.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="now">UTC.</param>
    /// <param name="mode">Typing or finished.</param>
    public Result<Revision?> Edit(
        Revision current, PostContent content, DateTimeOffset? plannedAt, ReviewPlan plan, Guid by, DateTimeOffset now, SaveMode mode = SaveMode.Complete)
    {
        if (!PostTransitions.Allow(PostAction.Edit, Status))
        {
            return PostErrors.WrongState(PostAction.Edit, Status);
        }

        var errors = ContentErrors(content, mode);
        if (plannedAt is not null && plannedAt != PlannedAt && plannedAt <= now)
        {
            errors.Add(PostErrors.TimeInPast with { Field = "plannedAt" });
        }

        var voids = PostTransitions.VoidedByEdit.Contains(Status);
        var unchanged = content.IsSameAs(current.Content);
        if (voids && !unchanged)
        {
            errors.AddRange(SubmitErrors(content, now));
        }

        if (errors.Count > 0)
        {
            return Result<Revision?>.Refuse(errors);
        }

        PlannedAt = plannedAt?.ToUniversalTime();
        if (unchanged)
        {
            CalendarAt = PublishedAt ?? PublishAt ?? PlannedAt;
            UpdatedAt = now;
            return (Revision?)null;
        }

        var replaces = mode == SaveMode.Autosave && current.Autosaved && current.ById == by && !voids;
        var revision = Take(content, replaces ? current.Number : current.Number + 1, by, now, voids ? SaveMode.Complete : mode);
        if (voids)
        {
            PublishAt = null;
            Trouble = null;
            StartReview(plan, now);
            MoveTo(PostStatus.InReview, "edited", by, now);
        }
        else if (replaces)
        {
            UpdatedAt = now;
            CalendarAt = PlannedAt;
        }
        else
        {
            Trouble = null;
            MoveTo(Status is PostStatus.Withdrawn or PostStatus.Expired ? PostStatus.Draft : Status, "edited", by, now);
        }

        return revision;
    }

    /// <summary>Notes the template the text is written by.</summary>
    public void WriteBy(string templateKey, int version) => (TemplateKey, TemplateVersion) = (templateKey, version);

    /// <summary>Removes a post that never went anywhere; it stays in the record.</summary>
    public Result Delete(Guid by, DateTimeOffset now)
    {
        if (!PostTransitions.Allow(PostAction.Delete, Status))
        {
            return Refuse(PostAction.Delete);
        }

        DeletedAt = now;
        MoveTo(Status, "deleted", by, now);
        return Result.Success;
    }

    private static List<Error> ContentErrors(PostContent content, SaveMode mode)
    {
        var errors = new List<Error>();
        if (content.Articles.Count == 0)
        {
            errors.Add(PostErrors.NoArticle);
        }
        else if (content.Articles.Count > Article.MostPerPost)
        {
            errors.Add(PostErrors.TooManyArticles);
        }

        if (mode == SaveMode.Complete && content.Window is { IsEmpty: true })
        {
            errors.Add(PostErrors.WindowEmpty);
        }

        errors.AddRange(content.Articles.SelectMany((article, index) =>
            mode == SaveMode.Autosave ? article.StorageErrors(index) : article.LimitErrors(index)));
        return errors;
    }

    private static List<Error> SubmitErrors(PostContent content, DateTimeOffset now) =>
    [
        .. content.Articles.SelectMany((article, index) => article.LimitErrors(index).Concat(article.SubmitErrors(index))),
        .. content.Window switch
        {
            { IsEmpty: true } => [PostErrors.WindowEmpty],
            { } window when window.IsOver(now) => [PostErrors.WindowOver],
            _ => (IEnumerable<Error>)[],
        },
        .. CorrectionText.HasBlank(content) ? [PostErrors.CorrectionBlank] : (IEnumerable<Error>)[],
    ];

    private Revision Take(PostContent content, int number, Guid by, DateTimeOffset now, SaveMode mode)
    {
        var revision = new Revision(Id, AgencyId, number, content, by, now, mode == SaveMode.Autosave);
        Channel = content.Channel;
        (NotBefore, NotAfter) = (content.Window?.NotBefore, content.Window?.NotAfter);
        Title = content.Articles[0].Title.Trim();
        ArticleCount = content.Articles.Count;
        CoverMediaId = content.Articles[0].CoverMediaId;
        SearchTerms = Posts.SearchTerms.Of(content.Articles.SelectMany(article => new[] { article.Title, article.Digest }));
        RevisionNumber = number;
        ContentHash = revision.ContentHash;
        NoteContributor(by);
        return revision;
    }

    private void NoteContributor(Guid by)
    {
        if (!_contributors.Exists(contributor => contributor.PersonId == by))
        {
            _contributors.Add(new Contributor(Id, by));
        }
    }
}
