namespace GovAccountConsole.Infrastructure.Jobs.Notices;

/// <summary>Somebody to be told.</summary>
/// <param name="PersonId">Whom.</param>
/// <param name="AgencyId">An agency the person must see to be shown it.</param>
internal sealed record Listener(Guid PersonId, Guid AgencyId);

/// <summary>Whom a cause concerns, and the values of the sentence.</summary>
/// <param name="Listeners">Whom; each person once.</param>
/// <param name="Args">First the name of the thing, then what the kind adds.</param>
internal sealed record Telling(IReadOnlyList<Listener> Listeners, IReadOnlyList<string> Args)
{
    /// <summary>What it was about has passed, or concerns nobody.</summary>
    public static Telling Nobody { get; } = new([], []);
}
