using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Posts.Checks;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Checks;
using Microsoft.AspNetCore.Components;

namespace GovAccountConsole.Web.Posts;

/// <summary>The checks of this post: run for what is on the screen, with the lists and profiles of the department; what is called no problem is kept.</summary>
public sealed partial class PostPage
{
    private IDisposable? _rules;

    [Inject] private CheckQueries Checks { get; set; } = default!;

    [Inject] private DismissFinding Dismissing { get; set; } = default!;

    [Inject] private WithdrawDismissal Withdrawing { get; set; } = default!;

    private Task<CheckReport> LookAsync(IReadOnlyList<Article> articles, DateTimeOffset? at, CancellationToken token) =>
        Checks.LookAsync(_actor, new CheckSubject(_post.Id, _post.AccountId, articles, at) { TemplateKey = _post.TemplateKey }, token);

    private async Task DismissAsync((CheckFinding Finding, string Reason) said)
    {
        // A dismissal belongs to a post; one not saved yet becomes one now.
        if (_post.Id is null && !await SaveAsync(SaveMode.Autosave))
        {
            return;
        }

        var done = await Dismissing.ExecuteAsync(_actor, _post.Id!.Value, said.Finding, said.Reason, Left);
        await CheckedAsync(done.Succeeded ? [] : Errors.Say(done));
    }

    private async Task CheckAgainAsync(CheckFinding finding)
    {
        if (_post.Id is { } id && finding.Dismissal is { } dismissal)
        {
            var done = await Withdrawing.ExecuteAsync(_actor, id, dismissal.Id, Left);
            await CheckedAsync(done.Succeeded ? [] : Errors.Say(done));
        }
    }

    private async Task CheckedAsync(IReadOnlyList<string> refused)
    {
        foreach (var sentence in refused)
        {
            Say(new Notice(sentence));
        }

        await RecheckAsync();
    }

    private Task RecheckAsync() => _editor?.RecheckAsync() ?? Task.CompletedTask;

    // A changed list or a link that was tried meanwhile shows without a key being pressed.
    private void FollowRules() => _rules ??= Live.Subscribe([ChangeKind.Rules], () => InvokeAsync(RecheckAsync));
}
