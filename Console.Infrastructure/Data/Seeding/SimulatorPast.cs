using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Publishing;
using GovAccountConsole.Infrastructure.Text;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Data.Seeding;

/// <summary>Gives what the demo says was published a page on the simulator, and the publications their addresses.</summary>
internal sealed class SimulatorPast(ConsoleDb db, HttpClient client)
{
    private const string Jpeg = "image/jpeg";

    private readonly Dictionary<Guid, byte[]> _covers = [];

    /// <summary>Whether the simulator shows nothing of this account yet.</summary>
    public async Task<bool> IsEmptyAsync(OfficialAccount account, CancellationToken token) =>
        await client.GetFromJsonAsync<JsonArray>(new Uri($"/sim/accounts/{account.AppId}/articles", UriKind.Relative), token) is not { Count: > 0 };

    /// <summary>Puts every published post of the account there, oldest first.</summary>
    public async Task AddAsync(OfficialAccount account, string appSecret, CancellationToken token)
    {
        var done = await db.Publications.Where(publication => publication.AccountId == account.Id && publication.Status == PublicationStatus.Published)
            .OrderBy(publication => publication.FinishedAt).ToListAsync(token);
        if (done.Count == 0)
        {
            return;
        }

        var ids = done.ConvertAll(publication => publication.PostId);
        var posts = await db.Posts.AsNoTracking().Where(post => ids.Contains(post.Id) && post.Status == PostStatus.Published).ToDictionaryAsync(post => post.Id, token);
        var revisions = await db.Revisions.AsNoTracking().Where(revision => ids.Contains(revision.PostId)).ToDictionaryAsync(revision => (revision.PostId, revision.Number), token);
        var accessToken = await TokenAsync(account.AppId, appSecret, token);
        var uploaded = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var publication in done.Where(publication => posts.ContainsKey(publication.PostId)))
        {
            var post = posts[publication.PostId];
            var revision = revisions[(post.Id, publication.Revision)];
            var articles = new List<object>();
            foreach (var article in revision.Content.Articles)
            {
                articles.Add(new
                {
                    article.Title,
                    article.Author,
                    article.Digest,
                    article.SourceUrl,
                    contentHtml = await BodyAsync(article.ContentHtml, accessToken, uploaded, token),
                    cover = article.CoverMediaId is { } cover ? await BytesAsync(cover, token) : null,
                });
            }

            using var answer = await client.PostAsJsonAsync(
                new Uri($"/sim/accounts/{account.AppId}/articles", UriKind.Relative),
                new { at = post.PublishedAt, channel = post.Channel, articles }, SimulatorSeeding.Json, token);
            answer.EnsureSuccessStatusCode();
            var put = await answer.Content.ReadFromJsonAsync<JsonObject>(token);
            // The id by which the simulator knows them, so that a post of the past can be taken off like any other.
            publication.Succeed(put!["groupId"]!.GetValue<string>(), [.. put["urls"]!.AsArray().Select(url => url!.GetValue<string>())], publication.FinishedAt!.Value);
        }
    }

    private async Task<string> BodyAsync(string html, string? accessToken, Dictionary<string, string> uploaded, CancellationToken token)
    {
        var pictures = ArticleHtml.Images(html);
        if (pictures.Count == 0)
        {
            return html;
        }

        foreach (var picture in pictures.Where(picture => !uploaded.ContainsKey(picture)))
        {
            uploaded[picture] = await UploadAsync(Guid.Parse(picture[(picture.LastIndexOf('/') + 1)..]), accessToken, token);
        }

        return ArticleHtml.RewriteImages(html, uploaded);
    }

    // An account without the permission keeps its words; the simulator drops what it cannot show.
    private async Task<string> UploadAsync(Guid medium, string? accessToken, CancellationToken token)
    {
        using var file = new ByteArrayContent(await BytesAsync(medium, token));
        file.Headers.ContentType = new MediaTypeHeaderValue(Jpeg);
        using var form = new MultipartFormDataContent { { file, "media", "picture.jpg" } };
        using var answer = await client.PostAsync(new Uri($"/cgi-bin/media/uploadimg?access_token={accessToken}", UriKind.Relative), form, token);
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>(token);
        return body?["url"]?.GetValue<string>() ?? "about:blank";
    }

    private async Task<string?> TokenAsync(string appId, string appSecret, CancellationToken token)
    {
        // Not as a stream: the platform wants to know the length beforehand.
        using var request = new StringContent(JsonSerializer.Serialize(new { grant_type = "client_credential", appid = appId, secret = appSecret }));
        using var answer = await client.PostAsync(new Uri("/cgi-bin/stable_token", UriKind.Relative), request, token);
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>(token);
        return body?["access_token"]?.GetValue<string>();
    }

    private async Task<byte[]> BytesAsync(Guid medium, CancellationToken token)
    {
        if (!_covers.TryGetValue(medium, out var bytes))
        {
            bytes = await db.Media.Where(row => row.Id == medium).Select(row => row.Content!.Bytes).SingleAsync(token);
            _covers.Add(medium, bytes);
        }

        return bytes;
    }
}
