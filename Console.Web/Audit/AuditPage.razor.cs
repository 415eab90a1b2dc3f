using System.Globalization;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Audit;
using GovAccountConsole.Infrastructure.Data;
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
        "accountResumed", "accountClosed", "accountChanged", "roleGranted", "roleRevoked", "personCreated", "passwordReset", "personDisabled", "matrixStopped", "matrixResumed",
    ];

    private readonly CancellationTokenSource _left = new();
    private IReadOnlyList<FilterOption> _actions = [];
    private IReadOnlyList<AuditRow>? _rows;
    private string? _next;
    private bool _forbidden;

    /// <summary>First day, yyyy-MM-dd.</summary>
    [SupplyParameterFromQuery(Name = "from")]
    public string? From { get; set; }

    /// <summary>Last day, yyyy-MM-dd.</summary>
    [SupplyParameterFromQuery(Name = "to")]
    public string? To { get; set; }

    /// <summary>One thing only.</summary>
    [SupplyParameterFromQuery(Name = "subject")]
    public string? Subject { get; set; }

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
        var filter = new AuditFilter(Start(From, 0), Start(To, 1), Guid.TryParse(Subject, out var subject) ? subject : null, Actions: GacFilter.Split(Action));
        var after = Cursor.TryRead(CursorText, out var key) && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (long?)null;
        var result = await queries.ListAsync(await current.GetAsync(_left.Token), filter, after, PageLength, _left.Token);
        _forbidden = !result.Succeeded;
        if (result.Succeeded)
        {
            (_rows, _next) = (result.Value.Items, result.Value.NextCursor);
        }
    }

    // Days are Shanghai days; "to" is meant inclusive by people.
    private static DateTimeOffset? Start(string? day, int daysLater) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) && parsed.Year is > 2000 and < 2100
            ? BusinessTime.StartOf(parsed.AddDays(daysLater)) : null;
}
