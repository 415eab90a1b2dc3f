using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Media;
using GovAccountConsole.Web.Access;
using GovAccountConsole.Web.Components.Shared;
using GovAccountConsole.Web.Posts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using MudBlazor;

namespace GovAccountConsole.Web.Media;

/// <summary>Loads, uploads and keeps; the address says which part of the library is shown.</summary>
public sealed partial class MediaPage : IAsyncDisposable
{
    private const int PerPage = 60;

    private readonly CancellationTokenSource _left = new();
    private ElementReference _root;
    private DotNetObjectReference<MediaPage>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _uploads;
    private Actor _actor = Actor.Nobody;
    private Page<MediaCard>? _page;
    private MediaCard? _card;
    private IReadOnlyList<MediaUseRow> _uses = [];
    private MediaShelf _shelf;
    private Result? _refused;
    private string? _typed;
    private bool _mayUpload;
    private bool _mayKeep;
    private bool _busy;

    /// <summary>Which part.</summary>
    [SupplyParameterFromQuery(Name = "shelf")] public string? ShelfName { get; set; }

    /// <summary>Words to look for.</summary>
    [SupplyParameterFromQuery(Name = "q")] public string? Q { get; set; }

    /// <summary>The agency chosen in the frame.</summary>
    [SupplyParameterFromQuery(Name = "agency")] public Guid? Agency { get; set; }

    /// <summary>Where this page of the list starts.</summary>
    [SupplyParameterFromQuery(Name = "cursor")] public string? PageCursor { get; set; }

    [Inject] private IStringLocalizer<MediaText> T { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private LibraryQueries Library { get; set; } = default!;

    [Inject] private DescribeMedium Describe { get; set; } = default!;

    [Inject] private RetireMedium Retiring { get; set; } = default!;

    [Inject] private IDialogService Dialogs { get; set; } = default!;

    [Inject] private ISnackbar Snackbar { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private AntiforgeryStateProvider Antiforgery { get; set; } = default!;

    [Inject] private IJSRuntime Js { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    private bool Filtered => _shelf != MediaShelf.All || !string.IsNullOrWhiteSpace(Q);

    /// <summary>A picture arrived.</summary>
    [JSInvokable]
    public static void Uploaded(Guid id) => _ = id;

    /// <summary>All pictures that were chosen arrived, or were refused.</summary>
    [JSInvokable]
    public async Task Finished()
    {
        await LoadAsync();
        StateHasChanged();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        // Not disposed: what still runs asks for its token, and a disposed source would throw instead of ending it.
        try
        {
            if (_uploads is not null)
            {
                await _uploads.InvokeVoidAsync("destroy");
                await _uploads.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone, and what it uploaded with it.
        }

        _self?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        _actor = await Current.GetAsync(_left.Token);
        _mayUpload = _actor.CanSomewhere(Permission.WritePosts);
        _shelf = Enum.TryParse<MediaShelf>(ShelfName, ignoreCase: true, out var shelf) && Enum.IsDefined(shelf) ? shelf : MediaShelf.All;
        _typed = Q;
        await LoadAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || !_mayUpload)
        {
            return;
        }

        string[] outcomes = ["media-unsupported-type", "media-type", "media-too-large", "media-too-many-pixels", "connection-lost", "forbidden", "upload-failed"];
        var strings = outcomes.ToDictionary(code => code, code => T["Upload." + code].Value, StringComparer.Ordinal);
        (strings["waiting"], strings["done"], strings["duplicate"]) = (T["Upload.Waiting"], T["Upload.Done"], T["Upload.Duplicate"]);
        _self = DotNetObjectReference.Create(this);
        _module = await Js.InvokeAsync<IJSObjectReference>("import", "./" + Assets["js/media-upload.js"]);
        _uploads = await _module.InvokeAsync<IJSObjectReference>("createUploads", _root, new { upload = UploadTarget.For(null, Antiforgery), strings }, _self);
    }

    private async Task LoadAsync()
    {
        var known = Cursor.TryReadId(PageCursor, out var after);
        _page = await Library.ListAsync(_actor, new MediaFilter { Agency = Agency, Query = Q, Shelf = _shelf }, known ? after : null, PerPage, _left.Token);
    }

    private string ShelfHref(MediaShelf shelf) => Navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["shelf"] = shelf == MediaShelf.All ? null : shelf.ToString().ToLowerInvariant(), ["cursor"] = null });

    private void Search() => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(
        new Dictionary<string, object?>(StringComparer.Ordinal) { ["q"] = string.IsNullOrWhiteSpace(_typed) ? null : _typed.Trim(), ["cursor"] = null }));

    private async Task OpenAsync(MediaCard card)
    {
        (_card, _refused) = (card, null);
        _mayKeep = await Library.MayKeepAsync(_actor, card.AgencyId, _left.Token);
        _uses = await Library.UsesAsync(_actor, card.Id, _left.Token);
    }

    private void Close() => _card = null;

    private async Task SaveAsync(MediumDetails details)
    {
        _busy = true;
        var saved = await Describe.ExecuteAsync(_actor, _card!.Id, details, _card.Version, _left.Token);
        _busy = false;
        _refused = saved.Succeeded ? null : saved;
        if (saved.Succeeded)
        {
            _card = await Library.GetAsync(_actor, saved.Value, _left.Token);
            _uses = await Library.UsesAsync(_actor, saved.Value, _left.Token);
            await LoadAsync();
            Snackbar.Add(T["Saved"]);
        }
    }

    private async Task CropAsync(MediaCard card)
    {
        var parameters = new DialogParameters<CoverDialog> { { dialog => dialog.FirstPicture, card.Url }, { dialog => dialog.Start, true } };
        var shown = await Dialogs.ShowAsync<CoverDialog>(null, parameters, new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false });
        if ((await shown.Result)?.Data is CoverDialog.Cut cut)
        {
            await LoadAsync();
            if (await Library.GetAsync(_actor, cut.Id, _left.Token) is { } made)
            {
                await OpenAsync(made);
            }

            Snackbar.Add(T["Cropped"]);
        }
    }

    private async Task RetireAsync(MediaCard card)
    {
        if (await Dialogs.AskAsync(new ConfirmQuestion(T["Retire.Ask", card.FileName], T["Retire"], T["Retire.Keep"]) { Body = T["Retire.Body"] }) is null)
        {
            return;
        }

        var retired = await Retiring.ExecuteAsync(_actor, card.Id, card.Version, _left.Token);
        _refused = retired.Succeeded ? null : retired;
        if (retired.Succeeded)
        {
            _card = null;
            await LoadAsync();
            Snackbar.Add(T["Retired"]);
        }
    }
}
