using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Reviews.Absences;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Domain.Reviews;

public sealed class Standing_in
{
    private static readonly DateOnly _today = BusinessTime.DayOf(Some.Now);

    private readonly OfficialAccount _account = Some.ActiveAccount();
    private readonly Guid _absent = Guid.CreateVersion7();
    private readonly Guid _substitute = Guid.CreateVersion7();

    [Fact]
    public void A_substitute_decides_in_the_place_of_the_absent_person_and_the_record_names_both()
    {
        var (post, _) = Some.Submitted(_account);
        Approve(post, Some.Reviewer);
        var substitute = For(Some.FinalReviewer, Role.FinalReviewer);
        Assert.Equal(Some.FinalReviewer.PersonId, post.ReviewsFor(substitute, Some.PoliceLineage)?.ForId);
        Approve(post, substitute);
        var decision = post.Review!.Decisions[^1];
        Assert.Equal((substitute.PersonId, Some.FinalReviewer.Id), (decision.ById, decision.ForId));
        var happened = post.Events.OfType<PostEvent>().Last();
        Assert.Equal((substitute.Id, Some.FinalReviewer.Id), (happened.ById, happened.ForId));
        Assert.Contains(post.Events, told => told.Action == "postReviewedInPlace" && told.Detail == $"{Some.FinalReviewer.Name} {Some.FinalReviewer.Id}");
    }

    [Fact]
    public void Both_count_as_different_people()
    {
        var (post, _) = Some.Submitted(_account);
        Approve(post, For(Some.Reviewer, Role.Reviewer));
        // Represented once already: neither himself nor by another substitute.
        var returned = Some.Reviewer with { Grants = [new Grant(Role.FinalReviewer, Some.Police)] };
        Assert.Equal("already-reviewed", Decide(post, returned));
        Assert.Equal("absent-took-part", Decide(post, For(Some.Reviewer, Role.FinalReviewer)));
        // Whoever wrote has no place to lend, and who wrote takes none.
        Assert.Equal("absent-took-part", Decide(post, For(Some.Editor, Role.FinalReviewer)));
        Assert.Equal("author-may-not-review", Decide(post, Some.Editor with { Substitutions = [new Substitution(Some.FinalReviewer.PersonId, "复审", Role.FinalReviewer, Some.Police)] }));
    }

    [Fact]
    public void One_free_place_is_enough_and_a_role_of_ones_own_goes_first()
    {
        var (post, _) = Some.Submitted(_account);
        Approve(post, Some.Reviewer);
        var free = Guid.CreateVersion7();
        var two = For(Some.Editor, Role.FinalReviewer) is var one ? one with { Substitutions = [.. one.Substitutions, new Substitution(free, "另一位", Role.FinalReviewer, Some.Police)] } : null!;
        Assert.Equal(free, post.ReviewsFor(two, Some.PoliceLineage)?.ForId);
        Assert.Null(post.ReviewsFor(two with { Grants = [new Grant(Role.FinalReviewer, Some.Police)] }, Some.PoliceLineage));
    }

    [Fact]
    public void Only_the_absent_persons_role_where_he_holds_it_and_nothing_but_review_steps()
    {
        var (post, _) = Some.Submitted(_account);
        Assert.Equal("not-your-step", Decide(post, For(Some.FinalReviewer, Role.FinalReviewer)));
        Assert.Equal("not-your-step", Decide(post, For(Some.Reviewer, Role.Reviewer, Some.Court)));
        var substitute = For(Some.Supervisor, Role.Supervisor, Some.Department);
        Assert.All(
            Enum.GetValues<Permission>().Except([Permission.View, Permission.ReadThreads, Permission.ReplyThreads]), permission => Assert.False(substitute.Can(permission, Some.PoliceLineage)));
        Assert.Equal([Some.Police], substitute.Roots);
        Assert.True(substitute.CanSomewhere(Permission.ReviewPosts));
        Assert.False(substitute.CanSomewhere(Permission.ApproveAccounts));
    }

    [Fact]
    public void Never_in_the_short_chain_of_an_emergency()
    {
        var (post, revision) = Some.Draft(_account);
        Assert.True(post.DeclareEmergency(_account, revision, ReviewPlan.Default, "暴雨红色预警", Some.Editor.PersonId, Some.Now).Succeeded);
        Assert.Equal("not-your-step", Decide(post, For(Some.FinalReviewer, Role.FinalReviewer)));
        Assert.Null(post.ReviewRefusal(Some.FinalReviewer, Some.PoliceLineage));
    }

    [Fact]
    public void A_step_out_of_time_is_offered_once_to_the_next_level_and_approves_nothing()
    {
        var (post, _) = Some.Submitted(_account);
        var due = post.ReviewDueAt!.Value;
        Assert.False(post.Escalate(due.AddMinutes(-1)));
        Assert.Equal("not-your-step", Decide(post, Some.FinalReviewer));
        Assert.True(post.Escalate(due));
        Assert.False(post.Escalate(due.AddHours(1)));
        Assert.Equal((PostStatus.InReview, 1, 0, Role.FinalReviewer), (post.Status, post.ReviewStep, post.Review!.Decisions.Count, post.ReviewEscalatedTo));
        Assert.Equal("escalated", post.Events.OfType<PostEvent>().Last().Act);
        Assert.Null(post.ReviewRefusal(Some.Reviewer, Some.PoliceLineage));
        Assert.Null(post.ReviewRefusal(For(Some.FinalReviewer, Role.FinalReviewer), Some.PoliceLineage));
        Approve(post, Some.FinalReviewer);
        // The next step is in time again, and three different people are still needed.
        Assert.Null(post.ReviewEscalatedTo);
        Assert.Equal("already-reviewed", Decide(post, Some.FinalReviewer));
        Assert.Equal("not-your-step", Decide(post, Some.Supervisor));
    }

    [Fact]
    public void Even_the_last_step_out_of_time_waits_for_a_person()
    {
        var (post, _) = Some.Submitted(_account);
        Approve(post, Some.Reviewer);
        Approve(post, Some.FinalReviewer);
        Assert.True(post.Escalate(post.ReviewDueAt!.Value.AddDays(30)));
        Assert.Equal(PostStatus.InReview, post.Status);
        Assert.Equal("not-your-step", Decide(post, Some.Administrator));
    }

    [Fact]
    public void An_absence_has_an_end_and_someone_else()
    {
        Assert.True(Note().Succeeded);
        Assert.Equal("substitute-is-absent", Note(plan => plan with { SubstituteId = _absent }).Error.Code);
        Assert.Equal("substitute-names-himself", Absence.Note(Plan(), Some.Police, _substitute, Some.Now).Error.Code);
        Assert.Equal("absence-in-past", Note(plan => plan with { From = _today.AddDays(-1) }).Error.Code);
        Assert.Equal("absence-empty", Note(plan => plan with { From = _today.AddDays(2), Until = _today.AddDays(1) }).Error.Code);
        Assert.True(Note(plan => plan with { Until = _today.AddDays(Absence.MostDays - 1) }).Succeeded);
        Assert.Equal("absence-too-long", Note(plan => plan with { Until = _today.AddDays(Absence.MostDays) }).Error.Code);
        Assert.Equal(["substituteId", "from", "until", "reason"], Note(_ => new AbsencePlan(_absent, null, null, null, new string('假', 201))).Errors.Select(error => error.Field));
    }

    [Fact]
    public void It_holds_from_its_first_day_to_the_end_of_its_last_in_Shanghai()
    {
        var absence = Note(plan => plan with { From = _today.AddDays(1), Until = _today.AddDays(1) }).Value;
        var begin = BusinessTime.StartOf(_today.AddDays(1));
        Assert.False(absence.HoldsAt(begin.AddSeconds(-1)));
        Assert.True(absence.HoldsAt(begin));
        Assert.True(absence.HoldsAt(begin.AddDays(1).AddSeconds(-1)));
        Assert.False(absence.HoldsAt(begin.AddDays(1)));
        Assert.True(absence.Revoke(_absent, begin).Succeeded);
        Assert.False(absence.HoldsAt(begin));
        Assert.Equal("absence-ended", absence.Revoke(_absent, begin).Error.Code);
        Assert.Equal(["substituteNamed", "substituteReleased"], absence.Events.Select(happened => happened.Action));
        Assert.Equal("absence-ended", Note().Value.Revoke(_absent, Some.Now.AddDays(3)).Error.Code);
    }

    [Fact]
    public void No_two_at_once_and_no_chains()
    {
        var (absence, third) = (Note().Value, Guid.CreateVersion7());
        Assert.Equal("absence-overlaps", Note(plan => plan with { SubstituteId = third }).Value.Collides(absence)?.Code);
        Assert.Equal("substitute-away", Note(plan => plan with { PersonId = third, SubstituteId = _absent }).Value.Collides(absence)?.Code);
        Assert.Equal("absent-stands-in", Note(plan => plan with { PersonId = _substitute, SubstituteId = third }).Value.Collides(absence)?.Code);
        Assert.NotNull(Note(plan => plan with { PersonId = _substitute, SubstituteId = _absent }).Value.Collides(absence));
        Assert.Null(Note(plan => plan with { From = _today.AddDays(3), Until = _today.AddDays(4) }).Value.Collides(absence));
        Assert.Null(Note(plan => plan with { PersonId = third }).Value.Collides(absence));
        absence.Revoke(_absent, Some.Now);
        Assert.Null(Note().Value.Collides(absence));
    }

    private static Actor For(Actor absent, Role role, Guid? agency = null) =>
        Some.Person("代审", Role.Responder, Some.Police) with { Substitutions = [new Substitution(absent.PersonId, absent.Name, role, agency ?? Some.Police)] };

    private static void Approve(Post post, Actor actor) => Assert.Null(Decide(post, actor));

    private static string? Decide(Post post, Actor actor) =>
        post.Decide(actor, Some.PoliceLineage, post.RevisionNumber, DecisionKind.Approve, null, Some.Now) is { Succeeded: false } refused ? refused.Error.Code : null;

    private AbsencePlan Plan() => new(_absent, _substitute, _today, _today.AddDays(2), null);

    private Result<Absence> Note(Func<AbsencePlan, AbsencePlan>? change = null) => Absence.Note(change?.Invoke(Plan()) ?? Plan(), Some.Police, Guid.CreateVersion7(), Some.Now);
}
