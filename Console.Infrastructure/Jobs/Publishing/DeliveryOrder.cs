using System.Security.Cryptography;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Weixin;

namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>What a worker knows of the delivery it holds, read in one transaction.</summary>
/// <param name="Claim">The lease.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Account">In whose name calls are made.</param>
/// <param name="Channel">Page or push.</param>
/// <param name="Status">How the delivery stood.</param>
/// <param name="SendKey">The platform's clientmsgid.</param>
/// <param name="Content">What was approved.</param>
/// <param name="DraftMediaId">The platform draft, once made.</param>
/// <param name="JobId">The platform's job, once accepted.</param>
/// <param name="InDoubtSince">When a sending was begun whose outcome nobody knows; null when there is none.</param>
/// <param name="FirstDoubtAt">When an answer to a sending was first lost, also one that a person has settled since; null when none was.</param>
/// <param name="DraftMadeAt">When the draft was made: nothing of it can have been published earlier.</param>
/// <param name="HandedOverAt">When the platform took the job.</param>
/// <param name="DueAt">The slot.</param>
/// <param name="Attempts">Times it was taken up.</param>
internal sealed record DeliveryOrder(
    ClaimedPublication Claim,
    Guid AccountId,
    WeixinAccount Account,
    Channel Channel,
    PublicationStatus Status,
    string SendKey,
    PostContent Content,
    string? DraftMediaId,
    string? JobId,
    DateTimeOffset? InDoubtSince,
    DateTimeOffset? FirstDoubtAt,
    DateTimeOffset DraftMadeAt,
    DateTimeOffset? HandedOverAt,
    DateTimeOffset DueAt,
    int Attempts)
{
    /// <summary>What to look for when an answer was lost.</summary>
    public LookupQuestion Question => new(
        Claim.Id, AccountId, Account, DraftMediaId, [.. Content.Articles.Select(article => article.Title)],
        FirstDoubtAt is { } doubt && doubt < DraftMadeAt ? doubt : DraftMadeAt, Channel == Channel.Publish);

    /// <summary>
    /// Pause before the next try: any time from a second up to 5, 10, 20, 40, 60 seconds (full jitter), so that accounts that failed together do
    /// not come back together.
    /// </summary>
    public TimeSpan Backoff => TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1000, (int)(1000 * Math.Min(60, 5 * Math.Pow(2, Math.Clamp(Attempts - 1, 0, 6)))) + 1));
}
