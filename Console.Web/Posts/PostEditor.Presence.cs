using GovAccountConsole.Infrastructure.Posts;

namespace GovAccountConsole.Web.Posts;

/// <summary>Where colleagues are in the text, and where this person is.</summary>
public sealed partial class PostEditor
{
    private IReadOnlyList<Colleague> _colleagues = [];

    /// <summary>Shows names beside the blocks where others write.</summary>
    public Task ShowOthersAsync(IReadOnlyList<Colleague> others)
    {
        _colleagues = others;
        return ShowHereAsync();
    }

    private Task ShowHereAsync()
    {
        var article = Post.Articles.IndexOf(Post.Current);
        return _body?.ShowColleaguesAsync(_colleagues.Where(other => other is { Writes: true, Block: not null } && other.Article == article)
            .Select(other => new ColleagueMark(other.Name, other.Block!.Value))) ?? Task.CompletedTask;
    }

    private async Task PlacedAsync(int? block)
    {
        await Moved.InvokeAsync(new VisitPlace(Post.Articles.IndexOf(Post.Current), block));
        await ShowHereAsync();
    }
}
