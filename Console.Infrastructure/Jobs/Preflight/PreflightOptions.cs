namespace GovAccountConsole.Infrastructure.Jobs.Preflight;

/// <summary>Settings under <c>Preflight</c>.</summary>
public sealed class PreflightOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Preflight";

    /// <summary>How long before its slot a post is first looked at.</summary>
    public TimeSpan First { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long before its slot it is looked at again; from here on pictures are brought to the platform in advance.</summary>
    public TimeSpan Second { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long before its slot it is looked at for the last time.</summary>
    public TimeSpan Last { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a post with an open finding is looked at in between, to see whether it was mended.</summary>
    public TimeSpan Recheck { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Posts that are looked at together: one set of questions to the database for all of them.</summary>
    public int Batch { get; set; } = 200;

    /// <summary>Accounts whose token is tried at the same time by one batch.</summary>
    public int Questions { get; set; } = 4;

    /// <summary>The next look at a post.</summary>
    /// <param name="dueAt">Its slot.</param>
    /// <param name="now">UTC.</param>
    /// <param name="open">Whether something is open.</param>
    /// <returns>Null when no look is left before the slot.</returns>
    public DateTimeOffset? NextAfter(DateTimeOffset dueAt, DateTimeOffset now, bool open)
    {
        DateTimeOffset? next = new[] { dueAt - First, dueAt - Second, dueAt - Last }.Where(at => at > now).Select(at => (DateTimeOffset?)at).Min();
        return open && now + Recheck < dueAt && (next is null || now + Recheck < next) ? now + Recheck : next;
    }
}
