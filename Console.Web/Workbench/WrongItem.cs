using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Publishing;
using GovAccountConsole.Infrastructure.Workbench;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace GovAccountConsole.Web.Workbench;

/// <summary>One thing that is wrong: what, in which detail, and the one act that helps.</summary>
public sealed record WrongItem(string Icon, string Tone, string What, string Detail, string Act, string Href);

/// <summary>Says what is wrong.</summary>
public sealed class WrongWords(IStringLocalizer<WorkbenchText> t, IStringLocalizer<CommonText> words, DateTimeOffset now)
{
    /// <summary>A delivery that did not go as it should.</summary>
    public WrongItem Of(PostRow post)
    {
        var kind = post.Status == PostStatus.Scheduled ? "Held" : post.Status.ToString();
        var at = post.PublishAt ?? post.CalendarAt ?? post.StatusSince;
        var (icon, tone) = post.Status == PostStatus.Failed
            ? (Icons.Material.Outlined.ErrorOutline, "gac-red")
            : (StatusLook.Of(post.Status).Icon, "gac-amber");
        var detail = post.Status == PostStatus.AwaitingAdmin ? Posts.ConfirmationClock.Left(post.StatusSince + Post.AdministratorHas, now, words) + " · " + post.Title : post.Title;
        return new WrongItem(icon, tone, t[$"Post.{kind}", post.AccountName, TimeWords.Slot(at, now, words)], detail, t[$"Post.{kind}.Act"], $"posts/{post.Id}");
    }

    /// <summary>A look before the slot found something.</summary>
    public WrongItem Of(PreflightTrouble row, PreflightWords findings) => new(
        Icons.Material.Outlined.ReportProblem, PreflightCauses.Stops(row.Worst.Cause) ? "gac-red" : "gac-amber", t["Before", row.AccountName, TimeWords.Slot(row.DueAt, now, words)],
        findings.Message(row.Worst.Cause, row.Worst.Args) + " " + row.Title, t["Before.Act"], $"posts/{row.PostId}");

    /// <summary>Citizens who wait too long.</summary>
    public WrongItem Of(WaitingCitizens row) => new(
        Icons.Material.Outlined.Forum, "gac-red", t["Citizens", row.Account.Name, row.Count],
        t["Citizens.Oldest", TimeWords.Span(now - row.OldestSince, words)], t["Citizens.Act"], $"accounts/{row.Account.Id}");

    /// <summary>An account that falls silent.</summary>
    public WrongItem Of(SilentAccount row)
    {
        var left = WorkbenchQueries.SilenceLimitDays - row.SilentDays;
        var limit = left <= 0 ? t["Silent.Over"].Value : left == 1 ? t["Silent.Tomorrow"].Value : t["Silent.Left", left].Value;
        var next = row.NextAt is { } at ? t["Silent.Next", TimeWords.Slot(at, now, words)].Value : t["Silent.NoNext"].Value;
        return new WrongItem(
            Icons.Material.Outlined.HourglassBottom, left <= 0 ? "gac-red" : "gac-amber", t["Silent", row.Account.Name, row.SilentDays], limit + next,
            row.NextAt is null ? t["Silent.Act"] : t["Silent.ActSee"],
            row.NextAt is null ? $"posts/new?account={row.Account.Id}" : $"posts?view=all&status=scheduled&account={row.Account.Id}");
    }

    /// <summary>Credentials that fail.</summary>
    public WrongItem Of(TroubledAccount row) => new(
        Icons.Material.Outlined.Key, "gac-ink2", t["Credentials", row.Account.Name],
        string.Join(words["Comma"], row.Failed.Select(check => t[$"Check.{check.Name}"].Value)), t["Credentials.Act"], $"accounts/{row.Account.Id}");
}
