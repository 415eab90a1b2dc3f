using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Web.Components.Shared;
using MudBlazor;

namespace GovAccountConsole.Web.Posts;

/// <summary>The steps of a post's life that start from this page. Only what citizens feel is asked about first.</summary>
public sealed partial class PostPage
{
    private bool _busy;

    private string? Reason => _facts is { Status: PostStatus.Approved or PostStatus.Failed } && _account is { Status: not AccountStatus.Active } account
        ? T["Reason.Account", Words["Account." + account.Status].Value].Value
        : null;

    private async Task ActAsync(PostAction action)
    {
        _busy = true;
        try
        {
            await (action switch
            {
                PostAction.Submit => SubmitAsync(),
                PostAction.Edit => ResubmitAsync(),
                PostAction.Schedule => ScheduleAsync(),
                PostAction.Unschedule => UnscheduleAsync(),
                PostAction.Publish => PublishAsync(),
                PostAction.Recall => RecallAsync(),
                PostAction.SendAgain => SendAgainAsync(),
                PostAction.Correct => CorrectAsync(),
                PostAction.Delete => DeleteAsync(),
                PostAction.Withdraw => DoneAsync(await Acts.WithdrawAsync(_actor, _post, Left), T["Done.Withdraw"]),
                _ => Task.CompletedTask,
            });
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task SubmitAsync()
    {
        if (_editor is not null && await _editor.IsUploadingAsync())
        {
            Say(new Notice(T["Upload.Wait"]));
            return;
        }

        if (!await SaveAsync(SaveMode.Complete))
        {
            Say(new Notice(T[_conflicts.Count > 0 ? "Conflict.First" : "Save.Failed"]));
        }
        else
        {
            await DoneAsync(await Acts.SubmitAsync(_actor, _post, Left), T["Done.Submit", EditorWords.Step(_facts!.NextStep ?? string.Empty, Words)]);
        }
    }

    private async Task ResubmitAsync()
    {
        if (await SaveAsync(SaveMode.Complete))
        {
            Say(new Notice(T["Done.Submit", EditorWords.Step(_facts!.NextStep ?? string.Empty, Words)]));
        }
    }

    private async Task ScheduleAsync()
    {
        var parameters = new DialogParameters<SlotDialog>
        {
            { dialog => dialog.Facts, _facts! },
            { dialog => dialog.Account, _account! },
            { dialog => dialog.Channel, _post.Channel },
            { dialog => dialog.At, _facts!.PublishAt ?? _post.PlannedAt },
        };
        var shown = await Dialogs.ShowAsync<SlotDialog>(null, parameters, new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false });
        if ((await shown.Result)?.Data is DateTimeOffset at)
        {
            await DoneAsync(await Acts.ScheduleAsync(_actor, _post, at, Left), T["Done.Schedule", TimeWords.Slot(at, Clock.GetUtcNow(), Words)]);
        }
    }

    private async Task UnscheduleAsync()
    {
        var at = _facts!.PublishAt;
        var undo = at is { } slot && slot > Clock.GetUtcNow()
            ? () => InvokeAsync(async () =>
            {
                await DoneAsync(await Acts.ScheduleAsync(_actor, _post, slot, Left), T["Done.Schedule", TimeWords.Slot(slot, Clock.GetUtcNow(), Words)]);
                StateHasChanged();
            })
            : (Func<Task>?)null;
        await DoneAsync(await Acts.UnscheduleAsync(_actor, _post, Left), T["Done.Unschedule"], undo);
    }

    private async Task PublishAsync()
    {
        var question = SendingQuestion.Now(_post, _facts!, _account!, T);
        if (await Dialogs.AskAsync(question) is not null)
        {
            await DoneAsync(await Acts.PublishAsync(_actor, _post, Left), T["Done.Publish"]);
        }
    }

    private async Task RecallAsync()
    {
        var question = new ConfirmQuestion(T["Recall.Title"], T["Recall.Do"], T["Recall.Keep"])
        {
            Body = T["Recall.Body", _facts!.AccountName],
            Facts = [T["Recall.Fact.Page"], T["Recall.Fact.Record"]],
            Irreversible = _post.Channel == Channel.MassSend ? T["Recall.MassSend"] : T["Recall.Irreversible"],
            ReasonLabel = T["Recall.Reason"],
            Dangerous = true,
        };
        if (await Dialogs.AskAsync(question) is { } answer)
        {
            await DoneAsync(await Acts.RecallAsync(_actor, _post, answer.Reason, Left), T["Done.Recall"]);
        }
    }

    private async Task SendAgainAsync()
    {
        if (await Dialogs.AskAsync(SendingQuestion.Again(_facts!, Delivery)) is { } answer)
        {
            var done = await Acts.SendAgainAsync(_actor, _post, answer.Reason, Left);
            await DoneAsync(done, string.Empty);
            if (done.Succeeded)
            {
                Say(new Notice(Delivery[_facts!.Status == PostStatus.Published ? "Done.Found" : "Done.Again"]));
            }
        }
    }

    private async Task CorrectAsync()
    {
        if (await Dialogs.AskAsync(SendingQuestion.Correction(_facts!, Delivery)) is not { } answer)
        {
            return;
        }

        var begun = await Acts.CorrectAsync(_actor, _post, answer.Reason, Left);
        if (begun.Succeeded)
        {
            Say(new Notice(Delivery["Done.Correction"]));
            Navigation.NavigateTo("posts/" + begun.Value.Id);
        }
        else
        {
            await DoneAsync(begun, string.Empty);
        }
    }

    private async Task DeleteAsync()
    {
        if (await Dialogs.AskAsync(new ConfirmQuestion(T["Delete.Title"], T["Delete.Do"], T["Delete.Keep"]) { Body = T["Delete.Body"], Dangerous = true }) is null)
        {
            return;
        }

        var deleted = await Acts.DeleteAsync(_actor, _post, Left);
        if (deleted.Succeeded)
        {
            if (_editor is not null)
            {
                await _editor.DiscardDraftAsync();
            }

            _save = SaveState.Untouched;
            Say(new Notice(T["Done.Delete"]));
            Navigation.NavigateTo("posts");
        }
        else
        {
            await DoneAsync(deleted, string.Empty);
        }
    }

    private async Task ResolveAsync(bool published)
    {
        var question = new ConfirmQuestion(T[published ? "Resolve.Yes.Title" : "Resolve.No.Title"], T[published ? "Resolve.Yes.Do" : "Resolve.No.Do"], T["Resolve.Back"])
        {
            Body = T[published ? "Resolve.Yes.Body" : "Resolve.No.Body", _facts!.AccountName],
        };
        if (await Dialogs.AskAsync(question) is not null)
        {
            await DoneAsync(await Acts.ResolveAsync(_actor, _post, published, Left), T[published ? "Done.ResolveYes" : "Done.ResolveNo"]);
        }
    }

    private async Task ChooseCoverAsync(ArticleEdit article)
    {
        var parameters = new DialogParameters<CoverDialog>
        {
            { dialog => dialog.AccountId, _post.AccountId },
            { dialog => dialog.FirstPicture, Domain.Posts.Checks.HtmlText.Pictures(article.ContentHtml).FirstOrDefault() },
        };
        var shown = await Dialogs.ShowAsync<CoverDialog>(null, parameters, new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false });
        if ((await shown.Result)?.Data is CoverDialog.Cut cut && _editor is not null)
        {
            await _editor.SetCoverAsync(article, cut.Id);
        }
    }

    /// <summary>Says what came of an act and shows the post as it is now.</summary>
    private async Task DoneAsync(Result<PostVersion> done, string said, Func<Task>? undo = null)
    {
        if (await Posts.GetAsync(_actor, _post.Id!.Value, Left) is { } detail)
        {
            (_detail, _post.Version) = (detail, detail.Row.Version);
            if (detail.ContentHash != _seenHash)
            {
                Take(detail);
                await (_editor?.ReloadAsync(changed: false) ?? Task.CompletedTask);
            }

            await LoadAroundAsync(detail);
        }

        _refused = done.Succeeded ? [] : Errors.Say(done);
        if (done.Succeeded && said.Length > 0)
        {
            Say(new Notice(said, undo));
        }
        else if (!done.Succeeded)
        {
            Snackbar.Add(Errors.SayAll(done), Severity.Error);
        }
    }

    private void Say(Notice notice) => Snackbar.Add(notice.Text, Severity.Normal, options =>
    {
        options.HideIcon = true;
        if (notice.Undo is { } undo)
        {
            options.Action = notice.Does ?? Words["Undo"].Value;
            options.OnClick = _ => undo();
        }
    });
}
