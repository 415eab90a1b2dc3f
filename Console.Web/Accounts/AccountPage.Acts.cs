using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.JSInterop;
using MudBlazor;

namespace GovAccountConsole.Web.Accounts;

/// <summary>Acts on an account: test, approve, freeze, resume, close, change.</summary>
public sealed partial class AccountPage
{
    private const int MostCounted = 1000;

    private bool _typed;

    private async Task TestAsync()
    {
        _testing = true;
        var result = await verify.ExecuteAsync(await current.GetAsync(_left.Token), Id, _left.Token);
        _testing = false;
        await ToldAsync(result, result.Succeeded && result.Value.Checks.All(check => check.Ok != false) ? "Told.TestGood" : "Told.Tested");
    }

    private Task ApproveAsync() => ActAsync(async () => await approve.ExecuteAsync(await current.GetAsync(_left.Token), Id, _account!.Row.Version, _left.Token), "Told.Approved");

    private Task ResumeAsync() => ActAsync(async () => await resume.ExecuteAsync(await current.GetAsync(_left.Token), Id, _account!.Row.Version, _left.Token), "Told.Resumed");

    private async Task AskAsync(AccountAction action)
    {
        var name = _account!.Row.Name;
        var closing = action == AccountAction.Close;
        var key = closing ? "Close" : "Suspend";
        var waiting = await posts.CountAsync(
            await current.GetAsync(_left.Token), new PostFilter { Account = Id, Statuses = [PostStatus.Scheduled] }, MostCounted, _left.Token);
        var answer = await dialogs.AskAsync(new ConfirmQuestion(t[$"{key}.Title", name], t[$"{key}.Do", name], t["Keep"])
        {
            Body = t[$"{key}.Body"],
            Facts = [t[$"{key}.Fact1", waiting], t[$"{key}.Fact2"]],
            Irreversible = closing ? t["Close.Irreversible"].Value : null,
            ReasonLabel = t[$"{key}.Reason"],
            ReasonHelp = t["Reason.Help"],
            Dangerous = true,
        });
        if (answer is not null)
        {
            await ActAsync(
                async () => closing
                    ? await close.ExecuteAsync(await current.GetAsync(_left.Token), Id, answer.Reason, _account!.Row.Version, _left.Token)
                    : await suspend.ExecuteAsync(await current.GetAsync(_left.Token), Id, answer.Reason, _account!.Row.Version, _left.Token),
                closing ? "Told.Closed" : "Told.Suspended");
        }
    }

    private async Task SaveAsync()
    {
        _typed = true;
        var result = await change.ExecuteAsync(await current.GetAsync(_left.Token), Id, _account!.Row.Version, _form!.ToInput(), _left.Token);
        _refused = result.Succeeded ? null : result;
        if (result.Succeeded)
        {
            _typed = false;
            _form.ForgetSecrets();
        }

        await ToldAsync(result, "Told.Saved");
    }

    private async Task SetQuotaAsync(QuotaInput wanted)
    {
        _busy = true;
        var result = await quota.ExecuteAsync(await current.GetAsync(_left.Token), Id, wanted.Limit, wanted.Reserved ?? 0, wanted.Reason, _account!.Row.Version, _left.Token);
        _busy = false;
        _refused = result.Succeeded ? null : result;
        await ToldAsync(result, "Told.Quota");
    }

    private async Task ActAsync(Func<Task<Result>> act, string told)
    {
        _busy = true;
        var result = await act();
        _busy = false;
        await ToldAsync(result, told);
    }

    private async Task ToldAsync(Result result, string told)
    {
        snackbar.Add(result.Succeeded ? t[told, _account!.Row.Name].Value : errors.SayAll(result), Severity.Normal);
        await LoadAsync();
        StateHasChanged();
    }

    private string? ErrorFor(string field) =>
        errors.For(_refused, field) ?? (_form?.FormErrors().FirstOrDefault(error => error.Field == field) is { } error ? errors.Say(error) : null);

    private async Task CopyAsync(string text)
    {
        await js.InvokeVoidAsync("navigator.clipboard.writeText", text);
        snackbar.Add(t["Copied", text], Severity.Normal);
    }
}
