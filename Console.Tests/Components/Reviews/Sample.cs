using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Infrastructure.Posts;

namespace GovAccountConsole.Tests.Components.Reviews;

internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 2, 0, 0, TimeSpan.Zero);

    public static PostRow Row(string title = "今晚大雾，绕城高速北段可能临时管制", DateTimeOffset? due = null) => new(
        Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), title, 1, null, Channel.MassSend, PostStatus.InReview, Now, 3, 3, Role.Supervisor, due ?? Now.AddMinutes(36),
        Guid.NewGuid(), 3, null, null, null, Now.AddHours(2), Now, Now, null, 7)
    {
        AccountName = "临江交警",
        AgencyName = "市公安局交警支队",
        SectorCode = "police",
        AuthorName = "李知远",
    };

    public static Article Article(string body, string title = "今晚大雾") => new(title, "临江交警", "摘要", body, null, null, true, false);

    public static ReviewStepDetail Step(int number, Role role, ReviewStepState state, string? who = null) => new(
        number, number switch { 1 => "初审", 2 => "复审", _ => "终审" }, role, state, who is null ? [] : [new PersonName(Guid.NewGuid(), who)],
        Now.AddHours(-2), Now.AddMinutes(36), who is null ? null : Now.AddHours(-2).AddMinutes(32), null);
}
