using System.Globalization;
using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Audit;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Audit;

/// <summary>The audit, for those who may read it. Everything stands in the address, so that a link shows the same.</summary>
public sealed partial class AuditPage(AuditQueries queries, CurrentActor current, NavigationManager navigation, IStringLocalizer<AuditText> t) : IDisposable
{
    private const int PageLength = 100;

    private static readonly string[] _offered =
    [
        "postSubmitted", "postApproved", "postReturned", "postScheduled", "postPublished", "postFailed", "postRecalled", "accountApplied", "accountApproved", "accountSuspended",
        "accountResumed", "accountClosed", "accountChanged", "roleGranted", "roleRevoked", "personCreated", "passwordReset", "personDisabled", "matrixStopped", "matrixResumed", "environmentClaimed",
    ];

    private readonly CancellationTokenSource _left = new();
    private IReadOnlyList<FilterOption> _actions = [];
    private IReadOnlyList<AuditRow>? _rows;
    private string? _next;
    private bool _forbidden;
    private bool _verifying;
    private ChainState? _chain;
    private IReadOnlyList<PersonName> _people = [];

    /// <summary>First day, yyyy-MM-dd.</summary>
    [SupplyParameterFromQuery(Name = "from")]
    public string? From { get; set; }

    /// <summary>Last day, yyyy-MM-dd.</summary>
    [SupplyParameterFromQuery(Name = "to")]
    public string? To { get; set; }

    /// <summary>One thing only.</summary>
    [SupplyParameterFromQuery(Name = "subject")]
    public string? Subject { get; set; }

    /// <summary>One person's acts: the name.</summary>
    [SupplyParameterFromQuery(Name = "by")]
    public string? By { get; set; }

    /// <summary>Acts, joined by commas.</summary>
    [SupplyParameterFromQuery(Name = "action")]
    public string? Action { get; set; }

    /// <summary>Where the page starts.</summary>
    [SupplyParameterFromQuery(Name = "cursor")]
    public string? CursorText { get; set; }

    private IStringLocalizer<AuditText> T => t;

    private NavigationManager Navigation => navigation;

    /// <inheritdoc/>
    public void Dispose()
    {
        _left.Cancel();
        // Not disposed: what still runs asks for its token, and a disposed source would throw instead of ending it.
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => _actions = [.. _offered.Select(action => new FilterOption(action, t[$"Act.{action}"]))];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var actor = await current.GetAsync(_left.Token);
        _people = await queries.PeopleAsync(actor, _left.Token);
        // What names nobody and nothing finds nothing, instead of everything.
        var filter = new AuditFilter(
            Start(From, 0), Start(To, 1), string.IsNullOrWhiteSpace(Subject) ? null : Guid.TryParse(Subject, out var subject) ? subject : Guid.Empty,
            string.IsNullOrWhiteSpace(By) ? null : _people.FirstOrDefault(person => person.Name == By.Trim())?.Id ?? Guid.Empty, GacFilter.Split(Action));
        var after = Cursor.TryRead(CursorText, out var key) && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (long?)null;
        var result = await queries.ListAsync(actor, filter, after, PageLength, _left.Token);
        _forbidden = !result.Succeeded;
        if (result.Succeeded)
        {
            (_rows, _next) = (result.Value.Items, result.Value.NextCursor);
            await ShowChainAsync(actor);
        }
    }

    private string ExportHref => Navigation.GetUriWithQueryParameters("audit/export", new Dictionary<string, object?>
    {
        ["from"] = From is { Length: > 0 } ? From : null,
        ["to"] = DateOnly.TryParseExact(To, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) ? last.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
    });

    private async Task VerifyAsync()
    {
        _verifying = true;
        StateHasChanged();
        var actor = await current.GetAsync(_left.Token);
        await queries.CheckAsync(actor, _left.Token);
        await ShowChainAsync(actor);
        _verifying = false;
    }

    private async Task ShowChainAsync(Actor actor) => _chain = await queries.ChainAsync(actor, _left.Token) is { Succeeded: true } state ? state.Value : null;

    // Days are Shanghai days; "to" is meant inclusive by people.
    private static DateTimeOffset? Start(string? day, int daysLater) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) && parsed.Year is > 2000 and < 2100
            ? BusinessTime.StartOf(parsed.AddDays(daysLater)) : null;
}
