using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Posts;

namespace GovAccountConsole.Web.Calendar;

/// <summary>A post as the calendar shows it.</summary>
/// <param name="PostId">Which post.</param>
/// <param name="AccountId">Its account.</param>
/// <param name="AccountName">The account's name.</param>
/// <param name="Kind">Subscription or service account: decides the quota's period.</param>
/// <param name="AgencyName">The agency's name.</param>
/// <param name="SectorCode">The agency's sector.</param>
/// <param name="Title">Title of the first article.</param>
/// <param name="At">Where it stands, UTC; null for a post without a time.</param>
/// <param name="Status">Its state.</param>
/// <param name="Channel">Page only, or pushed.</param>
/// <param name="Step">Current review step, 0 outside review.</param>
/// <param name="Steps">Steps of its review.</param>
/// <param name="Version">The version that was read.</param>
public sealed record CalendarEntry(
    Guid PostId, Guid AccountId, string AccountName, AccountKind Kind, string AgencyName, string SectorCode, string Title, DateTimeOffset? At,
    PostStatus Status, Channel Channel, int Step, int Steps, uint Version)
{
    /// <summary>The account's name without what all have in common; set by the page.</summary>
    public string ShortName { get; init; } = AccountName;

    /// <summary>A look before its slot found something that is still so; set by the page.</summary>
    public bool Warned { get; init; }

    /// <summary>The Shanghai day it stands on.</summary>
    public DateOnly? Day => At is { } at ? BusinessTime.DayOf(at) : null;

    /// <summary>The Shanghai wall-clock time.</summary>
    public TimeOnly Time => At is { } at ? TimeOnly.FromDateTime(BusinessTime.ToShanghai(at).DateTime) : new TimeOnly(9, 0);

    /// <summary>Whether it is still to come out and its time may change at all.</summary>
    public bool MayMove => PostTransitions.Allow(PostAction.Schedule, Status);

    /// <summary>Something a person must look at.</summary>
    public bool Troubled => Status is PostStatus.Failed or PostStatus.Unconfirmed or PostStatus.AwaitingAdmin;

    /// <summary>From a row of the query; a post without a slot stands at its author's wish.</summary>
    public static CalendarEntry From(PostRow row) => new(
        row.Id, row.AccountId, row.AccountName, row.AccountKind, row.AgencyName, row.SectorCode, row.Title, row.CalendarAt, row.Status, row.Channel,
        row.ReviewStep, row.ReviewSteps, row.Version);
}
