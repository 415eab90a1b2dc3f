using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace GovAccountConsole.Web.Posts;

/// <summary>Bridges the page and the editor module in the browser (npm/src/editor). Everything it hears comes on the circuit's own thread.</summary>
public sealed partial class BodyEditor : IAsyncDisposable
{
    // A body is kept up to a million characters; three bytes each in UTF-8, and a draft holds eight of them.
    private const long LongestBody = 4_000_000;
    private const long LongestDraft = 32_000_000;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    private ElementReference _root;
    private DotNetObjectReference<BodyEditor>? _self;
    private IJSObjectReference? _module;
    private bool _gone;
    private IJSObjectReference? _editor;

    /// <summary>Name under which the browser keeps what is not saved: person and post.</summary>
    [Parameter, EditorRequired] public string DraftKey { get; set; } = string.Empty;

    /// <summary>The account whose agency will own the pictures.</summary>
    [Parameter] public Guid AccountId { get; set; }

    /// <summary>Shows without tools.</summary>
    [Parameter] public bool ReadOnly { get; set; }

    /// <summary>The phone preview that follows typing.</summary>
    [Parameter] public Func<ElementReference?> Preview { get; set; } = () => null;

    /// <summary>The surface is there; now an article can be shown.</summary>
    [Parameter] public EventCallback Ready { get; set; }

    /// <summary>New text, in pauses of typing.</summary>
    [Parameter] public EventCallback<BodyChange> Changed { get; set; }

    /// <summary>Something was left behind by a paste.</summary>
    [Parameter] public EventCallback<PasteReport> WasPasted { get; set; }

    /// <summary>The caret went to another block, or out of the text (null).</summary>
    [Parameter] public EventCallback<int?> Placed { get; set; }

    /// <summary>A picture did not arrive.</summary>
    [Parameter] public EventCallback<PictureFailure> PictureLost { get; set; }

    /// <summary>The browser's storage is full (<c>storage-full</c>) or the connection is back (<c>back</c>).</summary>
    [Parameter] public EventCallback<string> ConnectionChanged { get; set; }

    [Inject] private IJSRuntime Js { get; set; } = default!;

    [Inject] private AntiforgeryStateProvider Antiforgery { get; set; } = default!;

    /// <summary>Whether the surface is there.</summary>
    public bool IsReady => _editor is not null;

    /// <summary>Puts an article on the surface.</summary>
    public Task ShowAsync(ArticleEdit article) => CallAsync("show", article.Key, article.ContentHtml);

    /// <summary>Replaces the text of an article, also of one not shown.</summary>
    public Task SetHtmlAsync(ArticleEdit article) => CallAsync("setHtml", article.Key, article.ContentHtml);

    /// <summary>Forgets an article that was removed.</summary>
    public Task RemoveAsync(string article) => CallAsync("remove", article);

    /// <summary>Tells the browser what the post consists of, so that it can keep all of it.</summary>
    public Task TrackAsync(PostEdit post, bool changed) => CallAsync("track", new
    {
        @base = post.Origin,
        articles = post.Articles.Select(a => new { a.Key, a.Title, a.Author, a.Digest, a.SourceUrl, a.CoverMediaId, a.CommentsOpen, a.CommentsFansOnly }),
    }, changed);

    /// <summary>Has everything typed handed over; the number goes back with <see cref="SavedAsync"/>.</summary>
    public async Task<int> FlushAsync() => _editor is null ? 0 : await _editor.InvokeAsync<int>("flush");

    /// <summary>Brings in what others wrote, all of it or nothing; false while a word is being composed or the same place is typed in.</summary>
    public async Task<bool> BringAsync(IReadOnlyList<TextChange> changes, int sequence) => _editor is null || await _editor.InvokeAsync<bool>("bring", changes, sequence);

    /// <summary>Whether a picture is still on its way.</summary>
    public async Task<bool> IsUploadingAsync() => _editor is not null && await _editor.InvokeAsync<bool>("isUploading");

    /// <summary>The server holds everything up to that number.</summary>
    public Task SavedAsync(int sequence, string origin) => CallAsync("saved", sequence, origin);

    /// <summary>The post got its address.</summary>
    public Task RenameAsync(string draftKey, string address) => CallAsync("rename", draftKey, address);

    /// <summary>Puts text behind what is there, as one step that can be undone.</summary>
    public Task AppendAsync(string html) => CallAsync("append", html);

    /// <summary>Puts a picture of ours where the person was writing.</summary>
    public Task PlacePictureAsync(string address, string alt) => CallAsync("placePicture", address, alt);

    /// <summary>The text without formats that was pasted last.</summary>
    public async Task<string> ReadPastedAsync()
    {
        var bytes = await _editor!.InvokeAsync<IJSStreamReference>("pastedPlain");
        await using var stream = await bytes.OpenReadStreamAsync(LongestBody);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Gives that text its formats; false when it was changed meanwhile.</summary>
    public async Task<bool> FormatPastedAsync(string html) => _editor is not null && await _editor.InvokeAsync<bool>("formatPasted", html);

    /// <summary>Shows names beside blocks.</summary>
    public Task ShowColleaguesAsync(IEnumerable<ColleagueMark> marks) => CallAsync("showColleagues", marks);

    /// <summary>Lays marks on words.</summary>
    public Task MarkAsync(IEnumerable<WordMark> marks) => CallAsync("mark", marks);

    /// <summary>Selects words in the text.</summary>
    public async Task<bool> JumpToAsync(string words, int occurrence = 0) => _editor is not null && await _editor.InvokeAsync<bool>("jumpTo", words, occurrence);

    /// <summary>Selects a picture in the text.</summary>
    public async Task<bool> JumpToPictureAsync(Guid picture) => _editor is not null && await _editor.InvokeAsync<bool>("jumpToPicture", picture.ToString());

    /// <summary>Replaces words in the text; nothing removes them.</summary>
    public Task ReplaceAsync(string words, string by, int occurrence = 0) => CallAsync("replaceWords", words, by, occurrence);

    /// <summary>Focus into the text.</summary>
    public Task FocusAsync() => CallAsync("focus");

    /// <summary>Focus into a field of the form around, by its id.</summary>
    public Task FocusFieldAsync(string id) => CallAsync("focusField", id);

    /// <summary>Lets write, or not.</summary>
    public Task SetEditableAsync(bool editable) => CallAsync("setEditable", editable);

    /// <summary>What an earlier visit left in this browser, or null.</summary>
    public async Task<LeftBehind?> FindLeftBehindAsync() => _editor is null ? null : await _editor.InvokeAsync<LeftBehind?>("leftBehind");

    /// <summary>All of it.</summary>
    public async Task<KeptDraft?> ReadLeftBehindAsync()
    {
        if (_editor is null)
        {
            return null;
        }

        var stream = await _editor.InvokeAsync<IJSStreamReference>("leftBehindText");
        await using var text = await stream.OpenReadStreamAsync(LongestDraft);
        return await JsonSerializer.DeserializeAsync<KeptDraft>(text, _json);
    }

    /// <summary>Throws it away.</summary>
    public Task DiscardLeftBehindAsync() => CallAsync("discardLeftBehind");

    /// <summary>New text, short enough for one message.</summary>
    [JSInvokable]
    public Task Content(string article, int characters, string html) => Changed.InvokeAsync(new BodyChange(article, characters, html));

    /// <summary>New text as a stream.</summary>
    [JSInvokable]
    public async Task ContentStream(string article, int characters, IJSStreamReference html)
    {
        await using var stream = await html.OpenReadStreamAsync(LongestBody);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await Changed.InvokeAsync(new BodyChange(article, characters, await reader.ReadToEndAsync()));
    }

    /// <summary>A paste left things behind.</summary>
    [JSInvokable]
    public Task Pasted(PasteReport report) => WasPasted.InvokeAsync(report);

    /// <summary>The caret went elsewhere.</summary>
    [JSInvokable]
    public Task Place(int? block) => Placed.InvokeAsync(block);

    /// <summary>A picture did not arrive.</summary>
    [JSInvokable]
    public Task PictureFailed(string code, string name) => PictureLost.InvokeAsync(new PictureFailure(code, name));

    /// <summary>State of connection or storage.</summary>
    [JSInvokable]
    public Task Connection(string state) => ConnectionChanged.InvokeAsync(state);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _gone = true;
        try
        {
            if (_editor is not null)
            {
                await _editor.InvokeVoidAsync("destroy");
                await _editor.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone, and the editor with it.
        }

        _self?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            _self = DotNetObjectReference.Create(this);
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./" + Assets["js/editor.js"]);
            _editor = await _module.InvokeAsync<IJSObjectReference>("create", _root, new
            {
                draftKey = DraftKey,
                readOnly = ReadOnly,
                preview = Preview(),
                upload = UploadTarget.For(AccountId, Antiforgery),
                strings = new { placeholder = ReadOnly ? string.Empty : T["Body.Placeholder"].Value, body = T["Body"].Value, count = T["Body.Count", "{0}"].Value, uploading = T["Picture.Uploading"].Value },
            }, _self);
            if (_gone)
            {
                await DisposeAsync();
                return;
            }

            await Ready.InvokeAsync();
        }
        catch (Exception gone) when (_gone && gone is ObjectDisposedException or JSException)
        {
            // Another post took the page while this one was still being shown.
        }
    }

    private async Task CallAsync(string method, params object?[] arguments)
    {
        if (_editor is not null && !_gone)
        {
            await _editor.InvokeVoidAsync(method, arguments);
        }
    }
}
