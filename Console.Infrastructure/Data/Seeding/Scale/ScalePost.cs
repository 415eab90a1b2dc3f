using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;

namespace GovAccountConsole.Infrastructure.Data.Seeding.Scale;

/// <summary>One post of the load-test matrix with everything its rows need.</summary>
internal sealed record ScalePost(
    int Number, Guid Id, Guid AgencyId, Guid AccountId, Guid AuthorId, Channel Channel, PostStatus Status, string Title, string[] Terms, string Text, string Hash,
    DateTimeOffset CreatedAt, DateTimeOffset StatusSince, DateTimeOffset? PlannedAt, DateTimeOffset? PublishAt, DateTimeOffset? PublishedAt, int Step)
{
    public DateTimeOffset? CalendarAt => PublishedAt ?? PublishAt ?? PlannedAt;

    public Role? ReviewRole => Step switch
    {
        1 => Role.Reviewer,
        2 => Role.FinalReviewer,
        3 => Role.Supervisor,
        _ => null,
    };

    public DateTimeOffset? ReviewDueAt => Step > 0 ? StatusSince.AddHours(24 + (Number % 72)) : null;

    public Guid? ReviewId => Step > 0 ? ScaleIds.Of(ScaleIds.Kind.Review, Number, CreatedAt) : null;
}
