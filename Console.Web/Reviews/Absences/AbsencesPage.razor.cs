using GovAccountConsole.Domain.Reviews.Absences;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Changes;
using GovAccountConsole.Infrastructure.Reviews.Absences;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Components.Shared;
using GovAccountConsole.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace GovAccountConsole.Web.Reviews.Absences;

/// <summary>Absences of reviewers: what holds, what comes, what was; noting and ending them.</summary>
public sealed partial class AbsencesPage(
    AbsenceQueries queries, NoteAbsence note, RevokeAbsence revoke, CurrentActor current, LiveUpdates live, IDialogService dialogs, ISnackbar snackbar, ErrorText errors, TimeProvider clock,
    IStringLocalizer<AbsencesText> t) : IDisposable
{
    private const int Most = 100;

    private readonly CancellationTokenSource _left = new();
    private IReadOnlyList<AbsenceRow>? _rows;
    private IReadOnlyList<AbsencePerson> _reviewers = [];
    private IReadOnlyList<AbsencePerson> _substitutes = [];
    private Result? _refused;
    private IDisposable? _live;
    private Guid? _first;
    private int _noted;
    private bool _more;
    private bool _busy;

    private IStringLocalizer<AbsencesText> T => t;

    private DateOnly Today => BusinessTime.DayOf(clock.GetUtcNow());

    /// <inheritdoc/>
    public void Dispose()
    {
        _live?.Dispose();
        // Not disposed: what still runs asks for its token.
        _left.Cancel();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var actor = await current.GetAsync(_left.Token);
        _reviewers = await queries.ReviewersAsync(actor, _left.Token);
        // One's own absence is the usual one.
        _first = _reviewers.FirstOrDefault(person => person.Id == actor.Id)?.Id;
        await PersonAsync(_first);
        await LoadAsync();
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _live = live.Subscribe([ChangeKind.Grants], () => InvokeAsync(async () =>
            {
                await LoadAsync();
                StateHasChanged();
            }));
        }
    }

    private async Task LoadAsync()
    {
        var page = await queries.ListAsync(await current.GetAsync(_left.Token), null, Most, _left.Token);
        (_rows, _more) = (page.Items, page.NextCursor is not null);
    }

    private IEnumerable<(string Title, IReadOnlyList<AbsenceRow> Rows)> Groups(IReadOnlyList<AbsenceRow> rows) =>
        new (string Title, IReadOnlyList<AbsenceRow> Rows)[]
        {
            (T["Current"], [.. rows.Where(row => row.State is AbsenceState.Current or AbsenceState.Idle).OrderBy(row => row.Until)]),
            (T["Coming"], [.. rows.Where(row => row.State == AbsenceState.Coming).OrderBy(row => row.From)]),
            (T["Past"], [.. rows.Where(row => row.State is AbsenceState.Over or AbsenceState.Revoked).OrderByDescending(row => row.Until)]),
        }.Where(group => group.Rows.Count > 0);

    private async Task PersonAsync(Guid? person) =>
        _substitutes = person is { } absent ? await queries.SubstitutesAsync(await current.GetAsync(_left.Token), absent, _left.Token) : [];

    private async Task NoteAsync(AbsencePlan plan)
    {
        if (plan.PersonId == Guid.Empty)
        {
            _refused = Error.Required("personId");
            return;
        }

        _busy = true;
        var name = _substitutes.FirstOrDefault(person => person.Id == plan.SubstituteId)?.Name;
        var result = await note.ExecuteAsync(await current.GetAsync(_left.Token), plan, _left.Token);
        (_busy, _refused) = (false, result.Succeeded ? null : result);
        if (result.Succeeded)
        {
            snackbar.Add(T["Done", name ?? string.Empty], Severity.Normal);
            _noted++;
            await PersonAsync(_first);
            await LoadAsync();
        }
    }

    private async Task RevokeAsync(AbsenceRow row)
    {
        var question = new ConfirmQuestion(T["Revoke.Ask", row.Person.Name], T["Revoke"], T["Revoke.Keep"]) { Body = T["Revoke.Body", row.Substitute.Name] };
        if (await dialogs.AskAsync(question) is null)
        {
            return;
        }

        _busy = true;
        var result = await revoke.ExecuteAsync(await current.GetAsync(_left.Token), row.Id, _left.Token);
        _busy = false;
        snackbar.Add(result.Succeeded ? T["Revoked", row.Substitute.Name].Value : errors.SayAll(result), Severity.Normal);
        await LoadAsync();
    }
}
