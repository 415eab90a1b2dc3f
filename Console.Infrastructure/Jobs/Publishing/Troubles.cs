using System.Globalization;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Weixin;

namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>Why a delivery is not on its way, as codes; the sentences stand in <see cref="WeixinText"/>.</summary>
internal static class Troubles
{
    /// <summary>The platform refused.</summary>
    public static Trouble Refused(PlatformError error) =>
        new(WeixinErrors.Find(error).TextKey, [Text(error.Code), error.Message, error.Rid ?? "-"], error.Code, error.Rid);

    /// <summary>The answer was lost.</summary>
    public static Trouble Lost(OutcomeUnknown unknown) => new(WeixinErrors.TextKey(unknown), []);

    /// <summary>The stored content is not what was approved.</summary>
    public static Trouble ContentDiffers { get; } = new("content-differs", []);

    /// <summary>The time in which it might go out has passed.</summary>
    public static Trouble WindowOver { get; } = new("window-over", []);

    /// <summary>A picture's bytes are not those that were approved.</summary>
    public static Trouble PictureChanged(int article) => new("picture-changed", [Text(article)]);

    /// <summary>The post left the state in which it may be sent.</summary>
    public static Trouble PostChanged { get; } = new("post-changed", []);

    /// <summary>Nobody told the result.</summary>
    public static Trouble ResultMissing { get; } = new("result-missing", []);

    /// <summary>The draft still stands and nothing was published: most likely not sent, but nobody guesses.</summary>
    public static Trouble DraftRemains { get; } = new("draft-remains", []);

    /// <summary>Neither a draft nor a publication is to be found.</summary>
    public static Trouble DraftVanished { get; } = new("draft-vanished", []);

    /// <summary>The record of the delivery is gone or makes no sense.</summary>
    public static Trouble DeliveryLost { get; } = new("delivery-lost", []);

    /// <summary>Too late to go out unasked.</summary>
    public static Trouble Late(TimeSpan by) => new("publish-late", [Text((int)by.TotalMinutes)]);

    /// <summary>A picture is gone or damaged.</summary>
    public static Trouble PictureMissing(int article) => new("picture-missing", [Text(article)]);

    /// <summary>A picture may no longer be shown today.</summary>
    public static Trouble PictureExpired(int article) => new("picture-expired", [Text(article)]);

    /// <summary>The platform dropped a picture of the draft.</summary>
    public static Trouble PictureFiltered(int article) => new("picture-filtered", [Text(article)]);

    /// <summary>The publish job ended badly.</summary>
    public static Trouble PublishResult(int status) => new("publish-result-" + Text(status), []);

    /// <summary>The push ended badly.</summary>
    public static Trouble MassResult(int? number) => new("mass-result-" + (number is { } known && _massNumbers.Contains(known) ? Text(known) : "fail"), []);

    private static readonly int[] _massNumbers = [10001, 20001, 20002, 20004, 20006, 20008, 20013, 21000, 22000, 30001, 30002, 30003, 40001, 40002];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
