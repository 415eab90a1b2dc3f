using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>The platform's answers as refusals of an act; the sentences stand in <see cref="WeixinText"/>.</summary>
public static class PlatformRefusals
{
    /// <summary>The number of the post on the platform is not known, so it cannot be taken off from here.</summary>
    public static readonly Error NoArticle = new("no-platform-article", ErrorKind.Conflict);

    /// <summary>The platform's list of what was published cannot be read now, so nobody can be sure that the post is not in it.</summary>
    public static readonly Error ListsUnreadable = new("lists-unreadable", ErrorKind.Unavailable);

    /// <summary>Why a call did not succeed; not for one that did.</summary>
    public static Error Of<T>(Answer<T> answer)
        where T : class => answer switch
        {
            { Error: { } error } => new(WeixinErrors.Find(error.Code).TextKey, ErrorKind.Conflict, null, error.Code, error.Message, error.Rid ?? "-"),
            { Unknown.NeverLeft: true } => new("platform-unreachable", ErrorKind.Unavailable),
            _ => new("platform-outcome-unknown", ErrorKind.Unavailable),
        };
}
