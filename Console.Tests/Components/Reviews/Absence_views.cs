using Bunit;
using GovAccountConsole.Domain.Reviews.Absences;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews.Absences;
using GovAccountConsole.Web.Reviews;
using GovAccountConsole.Web.Reviews.Absences;
using Microsoft.AspNetCore.Components;

namespace GovAccountConsole.Tests.Components.Reviews;

public sealed class Absence_views : PageTest
{
    private static readonly AbsencePerson _absent = new(Guid.NewGuid(), "郑怀安", "市公安局");
    private static readonly AbsencePerson _substitute = new(Guid.NewGuid(), "余晚晴", "市公安局");

    [Fact]
    public void The_picker_finds_by_name_or_agency_and_forgets_what_was_not_chosen()
    {
        var people = new[] { _absent, _substitute, new AbsencePerson(Guid.NewGuid(), "顾青禾", "中级人民法院") };
        Guid? chosen = null;
        var cut = Render<PersonPicker>(view => view.Add(v => v.Id, "pick").Add(v => v.People, people).Add(v => v.ValueChanged, EventCallback.Factory.Create<Guid?>(this, id => chosen = id)));
        cut.Find("input").Input("法院");
        Assert.Equal("顾青禾", cut.Find("[data-testid=pick-option] span").TextContent);
        cut.Find("input").Input("没有这个人");
        Assert.Contains("没有找到“没有这个人”", cut.Markup);
        cut.Find("input").Blur();
        Assert.Empty(cut.FindAll("[role=listbox]"));
        Assert.Null(chosen);
        cut.Find("input").Input("公安");
        cut.Find("input").KeyDown("ArrowDown");
        Assert.Equal("pick-1", cut.Find("input").GetAttribute("aria-activedescendant"));
        cut.Find("input").KeyDown("Enter");
        Assert.Equal(_substitute.Id, chosen);
    }

    [Fact]
    public void Errors_stand_beside_their_fields_and_collisions_below_all()
    {
        var refused = Result.From([Error.Required("substituteId"), AbsenceErrors.TooLong]);
        var cut = Form(refused);
        Assert.Contains("请填写", cut.Find("#absence-substitute-note").TextContent);
        Assert.Contains("60", cut.Find("#absence-until-note").TextContent);
        Assert.Empty(cut.FindAll("[data-testid=absence-error]"));
        Assert.NotEmpty(Form(Error.Forbidden).FindAll("[data-testid=absence-error]"));
    }

    [Fact]
    public void What_was_mended_is_not_complained_about_any_more()
    {
        var cut = Form(Result.From([Error.Required("until"), Error.Required("substituteId")]));
        cut.Find("[data-testid=note-absence]").Click();
        Assert.NotNull(cut.Find("#absence-until[aria-invalid=true]"));
        cut.Find("[data-testid=absence-until]").Change("2026-11-27");
        Assert.Empty(cut.FindAll("#absence-until[aria-invalid=true]"));
        Assert.NotNull(cut.Find("#absence-substitute[aria-invalid=true]"));
    }

    [Fact]
    public void Each_line_says_who_for_whom_until_when_and_offers_the_end_only_where_allowed()
    {
        var cut = Render<AbsenceList>(view => view.Add(v => v.Title, "正在代审").Add(v => v.Rows, [Row(AbsenceState.Current, true), Row(AbsenceState.Idle, false)]));
        var lines = cut.FindAll("[data-testid=absence]");
        Assert.Contains("郑怀安请假，余晚晴代审", lines[0].TextContent);
        Assert.Contains("2026-11-25 到 2026-11-27", lines[0].TextContent);
        Assert.Single(cut.FindAll("[data-testid=revoke-absence]"));
        Assert.Contains("没有人代审", lines[1].TextContent);
    }

    [Fact]
    public void The_queue_and_the_track_name_the_absent_person()
    {
        var queue = Render<ReviewQueue>(view => view.Add(v => v.Rows, [Sample.Row() with { ReviewsForName = "郑怀安" }, Sample.Row() with { ReviewEscalatedTo = HeadOfReview }]).Add(v => v.Now, Now));
        Assert.Equal("代郑怀安", queue.Find("[data-testid=queue-for]").TextContent);
        Assert.Single(queue.FindAll("[data-testid=queue-escalated]"));

        var decided = Sample.Step(1, HeadOfReview, GovAccountConsole.Domain.Reviews.ReviewStepState.Approved, "余晚晴") with
        {
            Decisions = [new DecisionDetail(new PersonName(_substitute.Id, "余晚晴"), GovAccountConsole.Domain.Reviews.DecisionKind.Approve, 1, Now, null, null, []) { For = new PersonName(_absent.Id, "郑怀安") }],
        };
        var current = Sample.Step(2, HeadOfReview, GovAccountConsole.Domain.Reviews.ReviewStepState.Current) with { EscalatedTo = HeadOfReview };
        var track = Render<ReviewTrack>(view => view.Add(v => v.Review, new ReviewDetail(2, default, 1, [decided, current])).Add(v => v.Now, Now).Add(v => v.Mine, true).Add(v => v.ForName, "何川"));
        Assert.Contains("余晚晴（代郑怀安）", track.Markup);
        Assert.Contains("您（代何川）", track.Markup);
        Assert.NotEmpty(track.FindAll("[data-testid=escalated]"));
    }

    private const GovAccountConsole.Domain.Access.Role HeadOfReview = GovAccountConsole.Domain.Access.Role.FinalReviewer;

    private static AbsenceRow Row(AbsenceState state, bool mayRevoke) => new(
        Guid.NewGuid(), new PersonName(_absent.Id, _absent.Name), new PersonName(_substitute.Id, _substitute.Name), Guid.NewGuid(), "市公安局", new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 27),
        "年休假", state, new PersonName(_absent.Id, _absent.Name), Sample.Now, null, null, mayRevoke);

    private IRenderedComponent<AbsenceForm> Form(Result refused) => Render<AbsenceForm>(view => view.Add(v => v.Reviewers, [_absent]).Add(v => v.Substitutes, [_substitute])
        .Add(v => v.First, _absent.Id).Add(v => v.Today, new DateOnly(2026, 11, 25)).Add(v => v.Refused, refused));
}
