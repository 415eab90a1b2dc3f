using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Web.Components.Shared;

namespace GovAccountConsole.Web.Posts;

/// <summary>Loading a post and what stands around it, and again when something changed.</summary>
public sealed partial class PostPage
{
    private const int HistoryShown = 200;

    private async Task ResetAsync()
    {
        (_save, _savedAt, _changing, _refused, _conflicts, _behind, _showContent, _restoredAt) = (SaveState.Untouched, null, false, [], [], false, false, null);
        _live?.Dispose();
        await LeaveVisitAsync();
        (_live, _detail, _publication, _history, _opinions, _session) = (null, null, null, [], [], new object());
    }

    private async Task OpenAsync(Guid id)
    {
        await ResetAsync();
        _detail = await Posts.GetAsync(_actor, id, Left);
        _missing = _detail is null;
        if (_detail is not { } detail)
        {
            return;
        }

        _post = new PostEdit { Id = id, AccountId = detail.Row.AccountId };
        Take(detail);
        await LoadTemplatesAsync();
        await LoadAroundAsync(detail);
    }

    private async Task BeginAsync()
    {
        await ResetAsync();
        if (ForAccount is null)
        {
            var writable = await Slots.WritableAsync(_actor, Left);
            if (writable is not [var only])
            {
                _choose = writable;
                return;
            }

            ForAccount = only.Id;
        }

        _choose = null;
        _account = await Slots.OfAccountAsync(_actor, ForAccount.Value, null, Left);
        _missing = _account is not { MayWrite: true };
        if (_missing)
        {
            return;
        }

        _post = new PostEdit
        {
            AccountId = ForAccount.Value,
            Channel = string.Equals(ForChannel, "massSend", StringComparison.OrdinalIgnoreCase) ? Channel.MassSend : Channel.Publish,
            PlannedAt = DateTimeOffset.TryParse(At, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var at) && at > Clock.GetUtcNow() ? at.ToUniversalTime() : null,
        };
        _post.Take([new Article(string.Empty, Cut(_account!.Name, Article.AuthorLimit), string.Empty, string.Empty, null, null, false, false)]);
        await LoadTemplatesAsync();
        ShowFacts();
    }

    private void Take(PostDetail detail)
    {
        _detail = detail;
        (_conflicts, _behind) = ([], false);
        (_origin, _seen) = (TextOf(detail), TextOf(detail));
        Settled(detail.ContentHash);
        _post.Version = detail.Row.Version;
        _post.Channel = detail.Row.Channel;
        _post.PlannedAt = detail.Row.PlannedAt;
        _post.Window = detail.Row.Window;
        (_post.TemplateKey, _post.TemplateVersion) = (detail.Row.TemplateKey, detail.Row.TemplateVersion);
        _post.Take(detail.Articles);
    }

    private async Task LoadAroundAsync(PostDetail detail)
    {
        _account = await Slots.OfAccountAsync(_actor, detail.Row.AccountId, detail.Row.Id, Left);
        _publication = await Posts.PublicationAsync(_actor, detail.Row.Id, Left);
        await LoadPreflightAsync(detail.Row.Status, detail.Row.Id);
        var history = await Posts.HistoryAsync(_actor, detail.Row.Id, null, HistoryShown, Left);
        var entries = history?.Items.Reverse().ToList() ?? [];
        _history = [.. entries.Select(row => new HistoryLine(row.At, Who(row), row.Action, row.From, row.To, row.Revision, row.Step, row.Comment))];
        _opinions = [.. entries.Where(row => row.Step is not null && row.Action is "approved" or "returned")
            .Select(row => new OpinionLine(row.At, Who(row) ?? string.Empty, EditorWords.Step(StepName(row.Step!.Value), Words), row.Action == "approved", row.Revision, row.Comment))];
        ShowFacts();
    }

    private string? Who(HistoryRow row) => row is { By: { } by, For: { } absent } ? Words["NameInPlaceOf", by.Name, absent.Name].Value : row.By?.Name;

    private void ShowFacts()
    {
        var at = _detail?.Row.PublishAt ?? _post.PlannedAt ?? Clock.GetUtcNow();
        var row = _detail?.Row;
        _facts = new PostFacts
        {
            AccountName = _account!.Name,
            SectorLetter = _account.SectorLetter,
            SectorColor = _account.SectorColor,
            Kind = _account.Kind,
            Status = row?.Status ?? PostStatus.Draft,
            Revision = row?.Revision ?? 0,
            Review = (row?.ReviewStep ?? 0, row?.ReviewSteps ?? 0),
            NextStep = _account.Steps is [var first, ..] ? first : null,
            Allowed = _detail?.AllowedActions ?? [PostAction.Edit, PostAction.Submit],
            Quota = _account.Quota,
            QuotaLeft = _account.LeftAt(at),
            FreeSlots = _account.Quota.FreeSlots(Clock.GetUtcNow(), _post.Channel == Channel.MassSend ? _account.Taken : []),
            PublishAt = row?.PublishAt,
            Others = _others,
        };
    }

    private string StepName(int step) => _detail?.Review?.Steps.FirstOrDefault(row => row.Number == step)?.Name
        ?? (_account is { } account && step >= 1 && step <= account.Steps.Count ? account.Steps[step - 1] : step.ToString(System.Globalization.CultureInfo.CurrentCulture));

    private static string Cut(string text, int limit) => text.Length <= limit ? text : text[..limit];
}
