using GovAccountConsole.Domain.Reviews.Remarks;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Domain.Reviews;

/// <summary>Who may say what under a remark.</summary>
public sealed class Talking_about_a_passage
{
    private static readonly RemarkVoice Opener = new(Guid.CreateVersion7(), Writes: false, Reviews: true);
    private static readonly RemarkVoice Colleague = new(Guid.CreateVersion7(), Writes: false, Reviews: true);
    private static readonly RemarkVoice Writer = new(Guid.CreateVersion7(), Writes: true, Reviews: false);
    private static readonly RemarkVoice Nobody = new(Guid.CreateVersion7(), Writes: false, Reviews: false);

    [Fact]
    public void It_is_opened_answered_mended_and_settled()
    {
        var remark = Opened();
        Assert.True(remark.Reply(Colleague, "同意", 1, Some.Now).Succeeded);
        Assert.True(remark.Mend(Writer, null, 2, Some.Now).Succeeded);
        Assert.Equal(RemarkState.Mended, remark.State);
        Assert.True(remark.Settle(Opener, null, 2, Some.Now).Succeeded);
        Assert.Equal(RemarkState.Settled, remark.State);
        Assert.Equal([RemarkNoteKind.Reply, RemarkNoteKind.Mended, RemarkNoteKind.Settled], remark.Notes.Select(note => note.Kind));
        Assert.Equal([1, 2, 3], remark.Notes.Select(note => note.Number));
        Assert.Equal(["remarkOpened", "remarkReplied", "remarkMended", "remarkSettled"], remark.Events.Select(happened => happened.Action));
        Assert.All(remark.Events, happened => Assert.Equal(remark.PostId, happened.SubjectId));
    }

    [Fact]
    public void The_opener_and_reviewers_settle_the_writer_does_not()
    {
        Assert.Equal(RemarkErrors.NotYoursToSettle, Opened().Settle(Writer, null, 1, Some.Now).Error);
        Assert.True(Opened().Settle(Colleague, null, 1, Some.Now).Succeeded);
    }

    [Fact]
    public void A_writer_settles_a_question_of_his_own()
    {
        var remark = Remark.Open(Guid.NewGuid(), Guid.NewGuid(), 1, 1, Passage, "这里要不要写电话？", Writer.PersonId, Some.Now).Value;
        Assert.True(remark.Settle(Writer, null, 1, Some.Now).Succeeded);
    }

    [Fact]
    public void Only_a_writer_says_that_it_was_changed() => Assert.Equal(RemarkErrors.NotTheWriter, Opened().Mend(Colleague, null, 1, Some.Now).Error);

    [Fact]
    public void Who_has_nothing_to_do_with_the_post_says_nothing() => Assert.Equal("forbidden", Opened().Reply(Nobody, "我也说一句", 1, Some.Now).Error.Code);

    [Fact]
    public void What_is_settled_is_closed_until_it_is_opened_again()
    {
        var remark = Opened();
        Assert.Equal(RemarkErrors.NotSettled, remark.Reopen(Opener, null, 1, Some.Now).Error);
        remark.Settle(Opener, null, 1, Some.Now);
        Assert.Equal(RemarkErrors.Settled, remark.Reply(Writer, "还有", 1, Some.Now).Error);
        Assert.Equal(RemarkErrors.Settled, remark.Mend(Writer, null, 1, Some.Now).Error);
        Assert.Equal(RemarkErrors.Settled, remark.Settle(Opener, null, 1, Some.Now).Error);
        Assert.Equal(RemarkErrors.NotYoursToSettle, remark.Reopen(Writer, null, 1, Some.Now).Error);
        Assert.True(remark.Reopen(Opener, "还是不对", 1, Some.Now).Succeeded);
        Assert.Equal(RemarkState.Open, remark.State);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Nothing_said_is_no_remark(string? text)
    {
        Assert.Equal("required", Remark.Open(Guid.NewGuid(), Guid.NewGuid(), 1, 1, Passage, text, Opener.PersonId, Some.Now).Error.Code);
        Assert.Equal("required", Opened().Reply(Writer, text, 1, Some.Now).Error.Code);
    }

    [Fact]
    public void Too_much_said_is_refused() =>
        Assert.Equal("too-long", Opened().Settle(Opener, new string('长', Remark.TextLimit + 1), 1, Some.Now).Error.Code);

    [Fact]
    public void A_reviewer_who_wrote_the_post_is_a_writer_here()
    {
        var account = Some.ActiveAccount();
        var (post, _) = Some.Submitted(account);
        Assert.Equal((true, false), Roles(RemarkVoice.Of(post, Some.Editor, Some.PoliceLineage)));
        Assert.Equal((false, true), Roles(RemarkVoice.Of(post, Some.Reviewer, Some.PoliceLineage)));
        Assert.Equal((false, true), Roles(RemarkVoice.Of(post, Some.Supervisor, Some.PoliceLineage)));
        Assert.Equal((false, false), Roles(RemarkVoice.Of(post, Some.Administrator, Some.PoliceLineage)));
        var both = Some.Editor with { Grants = [.. Some.Editor.Grants, .. Some.Reviewer.Grants] };
        Assert.Equal((true, false), Roles(RemarkVoice.Of(post, both, Some.PoliceLineage)));
    }

    private static Passage Passage { get; } = new(0, RemarkField.Body, "降到 60 公里以下", "车速", "，从最近的出口下", 12, true);

    private static (bool, bool) Roles(RemarkVoice voice) => (voice.Writes, voice.Reviews);

    private static Remark Opened() => Remark.Open(Guid.NewGuid(), Guid.NewGuid(), 1, 1, Passage, "这个速度的依据是哪条？", Opener.PersonId, Some.Now).Value;
}
