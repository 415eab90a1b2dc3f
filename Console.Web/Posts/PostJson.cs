using System.Text.Json.Serialization;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Web.Api;
using GovAccountConsole.Web.Components.Shared;
using GovAccountConsole.Web.Emergencies;

namespace GovAccountConsole.Web.Posts;

/// <summary>An article as the caller sends it.</summary>
public sealed record ArticleInput(
    string? Title, string? Author, string? Digest, string? ContentHtml, string? SourceUrl, Guid? CoverMediaId, bool CommentsOpen, bool CommentsFansOnly)
{
    /// <summary>In the domain's form; what is absent is empty.</summary>
    public Article ToArticle() => new(
        Title ?? string.Empty, Author ?? string.Empty, Digest ?? string.Empty, ContentHtml ?? string.Empty, SourceUrl, CoverMediaId, CommentsOpen, CommentsFansOnly);
}

/// <summary>A post as the caller sends it.</summary>
public sealed record PostInput(Guid? AccountId, Channel? Channel, DateTimeOffset? PlannedAt, IReadOnlyList<ArticleInput?>? Articles,
    DateTimeOffset? NotBefore = null, DateTimeOffset? NotAfter = null, string? TemplateKey = null);

/// <summary>A decision as the caller sends it.</summary>
public sealed record DecisionInput(int? Revision, DecisionKind? Decision, string? Comment, IReadOnlyList<string>? Ticks = null, IReadOnlyList<string>? Reasons = null);

/// <summary>What a post touches, as the caller sends it.</summary>
public sealed record TopicsInput(IReadOnlyList<PostTopic>? Topics);

/// <summary>Articles to copy, as the caller sends it: the post they stand in and their places there, from 1; without places, all of them.</summary>
public sealed record CopyInput(Guid? From, IReadOnlyList<int>? Articles);

/// <summary>An article that was copied, and what stayed behind.</summary>
/// <param name="Number">Its place in the post it comes from.</param>
/// <param name="Title">Its title.</param>
/// <param name="LostPictures">Pictures the agency may not use.</param>
/// <param name="LostCover">Whether the cover stayed behind.</param>
/// <param name="ExpiredPictures">Pictures that came along although their last day is over.</param>
public sealed record CopiedArticleJson(int Number, string Title, int LostPictures, bool LostCover, int ExpiredPictures);

/// <summary>What came of copying articles: the post as it is now, and each article with what stayed behind.</summary>
public sealed record CopiedJson(PostJson Post, IReadOnlyList<CopiedArticleJson> Copied);

/// <summary>A slot as the caller sends it.</summary>
public sealed record ScheduleInput(DateTimeOffset? PublishAt);

/// <summary>A reason as the caller sends it.</summary>
public sealed record ReasonInput(string? Reason);

/// <summary>What a person saw on the account.</summary>
public sealed record ResolveInput(bool? Published);

/// <summary>Who decided a step, on the wire; <c>forName</c> only where that person stood in for somebody who was away.</summary>
public sealed record DeciderJson(Guid Id, string Name, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ForName = null);

/// <summary>A review step on the wire.</summary>
public sealed record ReviewStepJson(
    string Name, ReviewStepState State, IReadOnlyList<DeciderJson> Deciders, DateTimeOffset? DecidedAt, Role Role, StepLevel Level, StepMode Mode, int Approvals,
    DateTimeOffset? DueAt, IReadOnlyList<string> Checklist, IReadOnlyList<DecisionJson> Decisions)
{
    /// <summary>Whose holders may decide it as well, since its time ran out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Role? EscalatedTo { get; init; }

    /// <summary>When it was offered to them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EscalatedAt { get; init; }
}

/// <summary>A decision on the wire; <c>ticks</c> is null where it was taken without ticking the checklist one by one.</summary>
public sealed record DecisionJson(
    PersonJson By, DecisionKind Decision, int Revision, DateTimeOffset At, string? Comment, IReadOnlyList<string>? Ticks, IReadOnlyList<string> Reasons)
{
    /// <summary>In whose place, where that person was away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PersonJson? For { get; init; }

    /// <summary>Puts a decision on the wire.</summary>
    public static DecisionJson Of(DecisionDetail decision) => new(
        new PersonJson(decision.By.Id, decision.By.Name), decision.Kind, decision.Revision, decision.At, decision.Comment, decision.Ticks, decision.Reasons)
    {
        For = decision.For is { } absent ? new PersonJson(absent.Id, absent.Name) : null,
    };
}

/// <summary>A review on the wire.</summary>
public sealed record ReviewJson(int Step, IReadOnlyList<ReviewStepJson> Steps);

/// <summary>What went wrong, and what to do, in the caller's language.</summary>
public sealed record FailureJson(string Code, string Message, string NextStep);

/// <summary>Another post as named beside one, on the wire.</summary>
public sealed record PostLinkJson(Guid Id, string Title, PostStatus Status, DateTimeOffset? PublishedAt)
{
    /// <summary>Puts a link on the wire.</summary>
    public static PostLinkJson Of(PostLink link) => new(link.Id, link.Title, link.Status, link.PublishedAt);
}

/// <summary>A post on the wire.</summary>
public sealed record PostJson(
    Guid Id, Guid AccountId, string AccountName, Guid AgencyId, string AgencyName, Channel Channel, PostStatus Status, int Revision, string ContentHash,
    PersonJson Author, DateTimeOffset? PlannedAt, DateTimeOffset? PublishAt, DateTimeOffset? PublishedAt, IReadOnlyList<Article> Articles, ReviewJson? Review,
    FailureJson? Failure, IReadOnlyList<PostAction> AllowedActions)
{
    /// <summary>Until when the account's administrator may confirm on the phone; only while that is awaited.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ConfirmBy { get; init; }

    /// <summary>Not to be sent earlier; approved with the content.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Not to be sent later; approved with the content.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>Key of the template it is written by; null for none.</summary>
    public string? TemplateKey { get; init; }

    /// <summary>For whom; approved with the content.</summary>
    public Audience Audience { get; init; }

    /// <summary>What it touches that asks for a stricter review.</summary>
    public IReadOnlyList<PostTopic> Topics { get; init; } = [];

    /// <summary>In whose place the caller would decide the current step; only where that is so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ReviewsForName { get; init; }

    /// <summary>Why it went, or goes, by the short chain; null on the normal way.</summary>
    public EmergencyJson? Emergency { get; init; }

    /// <summary>The post this one puts right; null for any other post.</summary>
    public PostLinkJson? CorrectionOf { get; init; }

    /// <summary>Posts that put this one right, oldest first.</summary>
    public IReadOnlyList<PostLinkJson> Corrections { get; init; } = [];

    /// <summary>Puts a post on the wire.</summary>
    public static PostJson Of(PostDetail post, TroubleText troubles) => new(
        post.Row.Id, post.Row.AccountId, post.Row.AccountName, post.Row.AgencyId, post.Row.AgencyName, post.Row.Channel, post.Row.Status, post.Row.Revision,
        post.ContentHash, new PersonJson(post.Row.AuthorId, post.Row.AuthorName), post.Row.PlannedAt, post.Row.PublishAt, post.Row.PublishedAt, post.Articles,
        post.Review is { } review ? new ReviewJson(review.Step, [.. review.Steps.Select(Of)]) : null,
        post.Row.Trouble is { } trouble ? new FailureJson(trouble.Code, troubles.Message(trouble), troubles.NextStep(trouble, post.Row.Status)) : null,
        post.AllowedActions)
    {
        ConfirmBy = post.Row.Status == PostStatus.AwaitingAdmin ? post.Row.StatusSince + Post.AdministratorHas : null,
        TemplateKey = post.Row.TemplateKey,
        Emergency = EmergencyJson.Of(post.Emergency),
        NotBefore = post.Row.Window?.NotBefore,
        NotAfter = post.Row.Window?.NotAfter,
        Topics = post.Topics,
        ReviewsForName = post.ReviewsForName,
        CorrectionOf = post.CorrectionOf is { } original ? PostLinkJson.Of(original) : null,
        Corrections = [.. post.Corrections.Select(PostLinkJson.Of)],
    };

    private static ReviewStepJson Of(ReviewStepDetail step) =>
        new(step.Name, step.State, [.. step.Decisions.Select(decision => new DeciderJson(decision.By.Id, decision.By.Name, decision.For?.Name))], step.DecidedAt,
            step.Role, step.Level, step.Mode, step.Approvals, step.DueAt, step.Checklist, [.. step.Decisions.Select(DecisionJson.Of)])
        {
            EscalatedTo = step.EscalatedTo,
            EscalatedAt = step.EscalatedAt,
        };
}

/// <summary>A transition on the wire.</summary>
public sealed record HistoryJson(
    DateTimeOffset At, PersonJson? By, string Action, PostStatus? From, PostStatus To, int Revision, int? Step, string? Comment)
{
    /// <summary>In whose place, where that person was away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PersonJson? For { get; init; }

    /// <summary>Puts a line of history on the wire.</summary>
    public static HistoryJson Of(HistoryRow row) =>
        new(row.At, row.By is { } by ? new PersonJson(by.Id, by.Name) : null, row.Action, row.From, row.To, row.Revision, row.Step, row.Comment)
        {
            For = row.For is { } absent ? new PersonJson(absent.Id, absent.Name) : null,
        };
}
