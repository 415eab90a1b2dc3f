namespace GovAccountConsole.Infrastructure.Jobs.Publishing;

/// <summary>Settings under <c>Publishing</c>.</summary>
public sealed class PublishingOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Publishing";

    /// <summary>How long a delivery belongs to a worker that does not renew; a crashed worker's delivery is taken up after it.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How late a delivery may still go out without asking a person.</summary>
    public TimeSpan LateAfter { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// How long after a lost answer a person is asked: before, an accepted job may not show in the platform's lists yet. Three times as long
    /// when the lists cannot be read or the draft is gone.
    /// </summary>
    public TimeSpan SettleAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Deliveries worked on at the same time by one node.</summary>
    public int Parallelism { get; set; } = 8;
}
