using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Web.Api;
using GovAccountConsole.Web.Components.Shared;

namespace GovAccountConsole.Web.Posts;

/// <summary>Answers that carry posts.</summary>
public static class PostAnswer
{
    /// <summary>The post as it stands after an act, or why the act was refused.</summary>
    public static async Task<IResult> AfterAsync(HttpContext context, Result<PostVersion> done, CancellationToken token) =>
        done.Succeeded ? await SendAsync(context, done.Value.Id, token) : Problems.From(context, done);

    /// <summary>The post whole with its ETag; 404 when absent or out of scope.</summary>
    public static async Task<IResult> SendAsync(HttpContext context, Guid id, CancellationToken token, int status = StatusCodes.Status200OK)
    {
        var services = context.RequestServices;
        if (await services.GetRequiredService<PostQueries>().GetAsync(context.Actor(), id, token) is not { } post)
        {
            return Problems.From(context, Error.NotFound);
        }

        context.SetETag(post.Row.Version);
        var json = PostJson.Of(post, services.GetRequiredService<TroubleText>());
        return status == StatusCodes.Status201Created ? Results.Created("/api/v1/posts/" + id, json) : Results.Ok(json);
    }

    /// <summary>A page of posts, each whole.</summary>
    public static async Task<IResult> PageAsync(HttpContext context, Page<PostRow> page, CancellationToken token)
    {
        var services = context.RequestServices;
        var posts = await services.GetRequiredService<PostQueries>().DetailsAsync(context.Actor(), [.. page.Items.Select(row => row.Id)], token);
        var troubles = services.GetRequiredService<TroubleText>();
        return Results.Ok(new ListJson<PostJson>([.. posts.Select(post => PostJson.Of(post, troubles))], page.NextCursor));
    }
}
