using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Reviews;

namespace GovAccountConsole.Domain.Emergencies;

/// <summary>One place of a follow-up review: one person who has yet to read the text.</summary>
/// <param name="Name">Name of the step it comes from.</param>
/// <param name="Role">The role that takes it.</param>
/// <param name="Level">Where the role must be held.</param>
/// <param name="TakenBy">Who took it; null while open.</param>
public sealed record FollowUpSeat(string Name, Role Role, StepLevel Level, Guid? TakenBy = null)
{
    /// <summary>Fewest different people who have read a text in all (三审: rules.md R2, R3).</summary>
    public const int FewestPeople = 3;

    /// <summary>Whether <paramref name="actor"/> may take it.</summary>
    public bool Fits(Actor actor, Guid agencyId, IReadOnlyCollection<Guid> lineage) => actor.Holds(Role, Level.Within(agencyId, lineage));

    /// <summary>
    /// The places left once <paramref name="approver"/> has approved alone: those of the normal plan but the highest one that the approver could have
    /// taken. A plan for fewer than three people counts as the strict one.
    /// </summary>
    public static IReadOnlyList<FollowUpSeat> Left(IReadOnlyList<PlannedStep> normal, Actor approver, Guid agencyId, IReadOnlyCollection<Guid> lineage)
    {
        var steps = normal.Sum(step => step.Needed) < FewestPeople ? ReviewPlan.Default.Steps : normal;
        var seats = steps.SelectMany(step => Enumerable.Repeat(new FollowUpSeat(step.Name, step.Role, step.Level), step.Needed)).ToList();
        var own = seats.FindLastIndex(seat => seat.Fits(approver, agencyId, lineage));
        if (own >= 0)
        {
            seats.RemoveAt(own);
        }

        return seats;
    }
}
