using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Posts;

namespace GovAccountConsole.Web.Posts;

/// <summary>A saved view of the posts list: a tab.</summary>
/// <param name="Name">Goes into the address.</param>
/// <param name="Key">Key of its word in <see cref="PostsText"/>.</param>
/// <param name="CountUpTo">How far its posts are counted for the tab; 0 does not count.</param>
public sealed record PostView(string Name, string Key, int CountUpTo)
{
    private static readonly PostStatus[] _mine = [PostStatus.Draft, PostStatus.Returned, PostStatus.Withdrawn, PostStatus.Approved, PostStatus.Failed, PostStatus.Unconfirmed];
    private static readonly PostStatus[] _trouble = [PostStatus.Failed, PostStatus.Unconfirmed, PostStatus.AwaitingAdmin, PostStatus.Expired];

    /// <summary>All views, in the order of the tabs; the first is shown when the address names none.</summary>
    public static IReadOnlyList<PostView> All { get; } =
    [
        new("week", "View.Week", 1000),
        new("mine", "View.Mine", 1000),
        new("today", "View.Today", 1000),
        new("trouble", "View.Trouble", 1000),
        new("published", "View.Published", 0),
        new("all", "View.All", 0),
    ];

    /// <summary>Whether the view is made of states; choosing other states then concerns this view only, not the numbers on the other tabs.</summary>
    public bool HasStates => Name is "mine" or "trouble" or "published";

    /// <summary>Whether rows come by calendar time rather than newest first.</summary>
    public bool ByCalendar => Name is "week" or "today";

    /// <summary>The view the address names.</summary>
    public static PostView Of(string? name) => All.FirstOrDefault(view => view.Name == name) ?? All[0];

    /// <summary>Narrows what the person filtered to this view; states the person chose win over the view's.</summary>
    public PostFilter Apply(PostFilter filter, Guid? person, DateTimeOffset now)
    {
        var today = BusinessTime.DayOf(now);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        return Name switch
        {
            "week" => filter with { From = BusinessTime.StartOf(monday), To = BusinessTime.StartOf(monday.AddDays(7)), Order = PostOrder.Calendar },
            "today" => filter with { From = BusinessTime.StartOf(today), To = BusinessTime.StartOf(today.AddDays(1)), Order = PostOrder.Calendar },
            "mine" => filter with { Author = person ?? Guid.Empty, Statuses = Or(filter.Statuses, _mine) },
            "trouble" => filter with { Statuses = Or(filter.Statuses, _trouble) },
            "published" => filter with { Statuses = Or(filter.Statuses, [PostStatus.Published]) },
            _ => filter,
        };
    }

    private static IReadOnlyList<PostStatus> Or(IReadOnlyList<PostStatus> chosen, IReadOnlyList<PostStatus> own) => chosen.Count > 0 ? chosen : own;
}
