using GovAccountConsole.Domain.Shared;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>
/// 这里不算问题: somebody's word, with a reason, that a finding is no problem in this post. It holds for the words it was said about: when they
/// change, the finding is open again. Kept for the evidence, also after it was taken back.
/// </summary>
public sealed class CheckDismissal : Aggregate, IScoped
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLimit = 200;

    /// <summary>Longest words kept, in characters.</summary>
    public const int WordsLimit = 500;

    private CheckDismissal()
    {
        Code = Print = Reason = string.Empty;
    }

    /// <inheritdoc/>
    public Guid AgencyId { get; private set; }

    /// <summary>The post.</summary>
    public Guid PostId { get; private set; }

    /// <summary>The check.</summary>
    public string Code { get; private set; }

    /// <summary><see cref="CheckFinding.Print"/> of the place.</summary>
    public string Print { get; private set; }

    /// <summary>The words it is about, where there are such.</summary>
    public string? Words { get; private set; }

    /// <summary>Why it is no problem.</summary>
    public string Reason { get; private set; }

    /// <summary>Revision that was on the table.</summary>
    public int Revision { get; private set; }

    /// <summary>Who.</summary>
    public Guid ById { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who took it back.</summary>
    public Guid? WithdrawnById { get; private set; }

    /// <summary>When it was taken back, UTC.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Says that a finding is no problem in a post.</summary>
    public static Result<CheckDismissal> Say(Post post, CheckFinding finding, string? reason, Guid by, DateTimeOffset now)
    {
        reason = reason?.Trim();
        var errors = new List<Error>();
        if (string.IsNullOrEmpty(reason))
        {
            errors.Add(Error.Required("reason"));
        }
        else if (reason.Length > ReasonLimit)
        {
            errors.Add(Error.TooLong("reason", ReasonLimit));
        }

        if (!PostChecks.IsDismissable(finding.Code))
        {
            errors.Add(CheckErrors.NotDismissable);
        }

        if (errors.Count > 0)
        {
            return Result<CheckDismissal>.Refuse(errors);
        }

        var dismissal = new CheckDismissal
        {
            PostId = post.Id, AgencyId = post.AgencyId, Code = finding.Code, Print = finding.Print, Reason = reason!, Revision = post.RevisionNumber, ById = by, At = now,
            Words = finding.Words is { Length: > WordsLimit } words ? words[..WordsLimit] : finding.Words,
        };
        dismissal.Record(new DomainEvent("checkDismissed", "post", post.Id, post.AgencyId, by, now, $"{finding.Code}: {reason}"));
        return dismissal;
    }

    /// <summary>Takes it back: the finding is open again.</summary>
    public void Withdraw(Guid by, DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
        {
            return;
        }

        (WithdrawnById, WithdrawnAt) = (by, now);
        Record(new DomainEvent("checkDismissalWithdrawn", "post", PostId, AgencyId, by, now, Code));
    }
}
