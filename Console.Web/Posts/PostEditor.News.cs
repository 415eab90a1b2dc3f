using GovAccountConsole.Infrastructure.Text.Import;

namespace GovAccountConsole.Web.Posts;

/// <summary>What the browser reports and the person should hear.</summary>
public sealed partial class PostEditor
{
    private Task PastedAsync(PasteReport report)
    {
        if (report.LongTable > 0)
        {
            return Said.InvokeAsync(new Notice(T["Paste.LongTable", report.LongTable, GovAccountConsole.Domain.Posts.Import.DocumentErrors.RowsLimit]));
        }

        if (report.LongText > 0)
        {
            return Said.InvokeAsync(new Notice(T["Paste.LongText", report.LongText]));
        }

        if (report.Markdown)
        {
            return Said.InvokeAsync(new Notice(T["Paste.Markdown"], FormatPastedAsync) { Does = T["Paste.Markdown.Do"] });
        }

        var parts = new List<string>();
        if (report.Formats + report.Empties + report.Indents is var cleaned and > 0)
        {
            parts.Add(T["Paste.Cleaned", cleaned]);
        }

        if (report.Pictures.Count > 0)
        {
            parts.Add(T["Paste.Pictures", report.Pictures.Count]);
        }

        if (report.LostPictures > 0)
        {
            parts.Add(T["Paste.LocalPictures", report.LostPictures]);
        }

        if (report.Dangerous + report.Links is var links and > 0)
        {
            parts.Add(T["Paste.Links", links]);
        }

        return parts.Count == 0 ? Task.CompletedTask : Said.InvokeAsync(new Notice(string.Join(' ', parts)));
    }

    private Task FormatPastedAsync() => InvokeAsync(async () =>
    {
        var html = PastedMarkdown.Html(await _body!.ReadPastedAsync());
        if (!html.Succeeded || !await _body.FormatPastedAsync(html.Value))
        {
            await Said.InvokeAsync(new Notice(T["Paste.Markdown.Late"]));
        }
    });

    private Task PictureLostAsync(PictureFailure failure)
    {
        var sentence = T["Upload." + failure.Code];
        return Said.InvokeAsync(new Notice(T["Upload.Failed", failure.Name, sentence.ResourceNotFound ? T["Upload.upload-failed"].Value : sentence.Value]));
    }

    private Task ConnectionChangedAsync(string state) => state == "storage-full" ? Said.InvokeAsync(new Notice(T["Storage.Full"])) : Task.CompletedTask;
}
