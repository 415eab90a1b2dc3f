using System.Globalization;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Media;
using GovAccountConsole.Domain.Posts;

namespace GovAccountConsole.Domain.Publishing;

/// <summary>A picture as it stands now.</summary>
/// <param name="Sha256">Hash of its bytes.</param>
/// <param name="HasBytes">Whether there are bytes at all.</param>
/// <param name="ExpiresOn">The last Shanghai day on which it may be shown; null for ever.</param>
public sealed record PreflightPicture(string Sha256, bool HasBytes, DateOnly? ExpiresOn);

/// <summary>All that a look before the slot knows; gathered for many posts at once, judged here without any question outside.</summary>
public sealed record PreflightScene
{
    /// <summary>The slot, UTC.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>What was approved.</summary>
    public required PostContent Content { get; init; }

    /// <summary>How the account stands.</summary>
    public required AccountStatus Account { get; init; }

    /// <summary>Whether the platform has verified the account's owner.</summary>
    public required bool Verified { get; init; }

    /// <summary>The account's last live test.</summary>
    public IReadOnlyList<CredentialCheck> Checks { get; init; } = [];

    /// <summary>What the platform said when the token or the interface was tried; null when it agreed or was not asked.</summary>
    public PreflightHit? Platform { get; init; }

    /// <summary>Whether the period has no mass send left for this post.</summary>
    public bool QuotaFull { get; init; }

    /// <summary>Whether revision, approval and delivery still name the same bytes.</summary>
    public bool IsApproved { get; init; } = true;

    /// <summary>Whether the plan in force asks more people than approved.</summary>
    public bool PlanIsStricter { get; init; }

    /// <summary>Pictures as they stand, by id.</summary>
    public IReadOnlyDictionary<Guid, PreflightPicture> Pictures { get; init; } = new Dictionary<Guid, PreflightPicture>();

    /// <summary>Links that are known to lead nowhere; a merely slow site is none of them.</summary>
    public IReadOnlyList<string> DeadLinks { get; init; } = [];

    /// <summary>Everything that stands against the post, each cause once.</summary>
    public IReadOnlyList<PreflightHit> Look()
    {
        var hits = new List<PreflightHit>();
        if (Account != AccountStatus.Active) Add(PreflightCause.AccountInactive);
        if (Platform is not null) hits.Add(Platform);
        if (Failed("ipAllowList") && Platform?.Cause != PreflightCause.AddressNotAllowed) Add(PreflightCause.AddressNotAllowed);
        if ((Failed("permissions") || Content.Channel == Channel.MassSend && !Verified) && Platform?.Cause != PreflightCause.Permission) Add(PreflightCause.Permission);
        if (Failed("callback")) Add(PreflightCause.Callback);
        if (QuotaFull) Add(PreflightCause.Quota);
        First(PreflightCause.PictureMissing, print => Pictures.GetValueOrDefault(print.Id) is not { HasBytes: true });
        First(PreflightCause.PictureChanged, print => Pictures.GetValueOrDefault(print.Id) is { HasBytes: true } picture && picture.Sha256 != print.Sha256);
        First(PreflightCause.PictureExpired, print => Pictures.GetValueOrDefault(print.Id) is { } picture && Medium.IsExpired(picture.ExpiresOn, DueAt));
        if (!IsApproved) Add(PreflightCause.Approval);
        if (PlanIsStricter) Add(PreflightCause.Plan);
        if (DeadLinks is [var dead, ..]) Add(PreflightCause.Link, dead);
        return hits;

        void Add(PreflightCause cause, params string[] args) => hits.Add(new PreflightHit(cause, args));

        bool Failed(string name) => Checks.Any(check => check.Name == name && check.Ok == false);

        void First(PreflightCause cause, Func<MediaPrint, bool> wrong)
        {
            if (Content.Media.FirstOrDefault(wrong) is { } print) Add(cause, Content.ArticleOf(print.Id).ToString(CultureInfo.InvariantCulture));
        }
    }
}
