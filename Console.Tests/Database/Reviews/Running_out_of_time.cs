using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Notices;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Data;
using GovAccountConsole.Infrastructure.Jobs.Reviews;
using GovAccountConsole.Infrastructure.Posts;
using GovAccountConsole.Infrastructure.Reviews;
using GovAccountConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace GovAccountConsole.Tests.Database.Reviews;

/// <summary>Steps out of time are offered further, once; queue, page and notices ask one rule; nothing goes out by it.</summary>
public sealed class Running_out_of_time(PostgresFixture postgres) : AbsenceScene(postgres)
{
    [Fact]
    public async Task Queue_page_and_notices_agree_on_who_may_decide()
    {
        await NoteAsync(Matrix.FinalReviewer, Plan(Matrix.FinalReviewer, Deputy));
        await NoteAsync(Matrix.Supervisor, Plan(Matrix.Supervisor, Matrix.Administrator));
        var everybody = new[] { Matrix.Editor, Matrix.Reviewer, Matrix.ReviewingEditor, Matrix.FinalReviewer, Matrix.Supervisor, Matrix.Administrator, Matrix.Auditor, Matrix.CourtEditor, Matrix.Stranger, Deputy };
        var post = await Matrix.SubmittedAsync();
        await AgreeAsync(Matrix.Reviewer, Matrix.ReviewingEditor);
        await LaterAsync(post);
        Assert.Equal(1, await EscalateAsync());
        Assert.Equal(0, await EscalateAsync());
        await AgreeAsync(Matrix.Reviewer, Matrix.ReviewingEditor, Matrix.FinalReviewer, Deputy);
        await ApproveAsync(Deputy, post.Id);
        // The deputy took the place of the final reviewer, who is out of the chain by it.
        await AgreeAsync();
        await LaterAsync(post);
        Assert.Equal(1, await EscalateAsync());
        await AgreeAsync(Matrix.Supervisor, Matrix.Administrator);

        async Task AgreeAsync(params Actor[] expected)
        {
            await TellAsync();
            foreach (var actor in everybody)
            {
                var may = expected.Contains(actor);
                Assert.Equal(may, (await Database.Get<ReviewQueries>().QueueAsync(actor, null, 50, Stop)).Items.Any(row => row.Id == post.Id));
                Assert.Equal(may, (await Database.Get<PostQueries>().GetAsync(actor, post.Id, Stop))?.AllowedActions.Contains(PostAction.Approve) == true);
                var step = (await Database.Get<PostQueries>().GetAsync(Matrix.Supervisor, post.Id, Stop))!.Row.ReviewStep;
                Assert.Equal(may, (await NoticesAsync(actor)).Any(notice => notice.Kind is NoticeKind.YourTurn or NoticeKind.Escalated && notice.Args[1] == (step == 1 ? "初审" : "复审")));
            }
        }
    }

    [Fact]
    public async Task Steps_out_of_time_are_offered_once_by_any_number_of_nodes_and_stay_unapproved()
    {
        var posts = new List<PostVersion>();
        for (var count = 0; count < 6; count++)
        {
            posts.Add(await Matrix.SubmittedAsync());
        }

        Assert.Equal(0, await EscalateAsync());
        await LaterAsync(posts[^1]);
        Assert.Equal(6, (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(EscalateAsync)))).Sum());
        await using var db = await Database.OpenAsync();
        Assert.Equal(6, await db.History.CountAsync(entry => entry.Action == "escalated" && entry.ById == null && entry.Step == 1, Stop));
        Assert.Equal(6, await db.Audit.CountAsync(entry => entry.Action == "postEscalated", Stop));
        Assert.All(await db.Posts.ToListAsync(Stop), post => Assert.Equal((PostStatus.InReview, 1), (post.Status, post.ReviewStep)));
        await TellAsync();
        Assert.Equal(6, (await NoticesAsync(Matrix.FinalReviewer)).Count(notice => notice.Kind == NoticeKind.Escalated));
        Assert.DoesNotContain(await NoticesAsync(Matrix.Reviewer), notice => notice.Kind == NoticeKind.Escalated);
    }

    private async Task LaterAsync(PostVersion post)
    {
        await using var db = await Database.OpenAsync();
        Database.Time.SetUtcNow((await db.Posts.SingleAsync(row => row.Id == post.Id, Stop)).ReviewDueAt!.Value);
    }

    private async Task<int> EscalateAsync()
    {
        using var lane = new EscalationLane(Database.Get<Work>(), Database.Time, NullLogger<EscalationLane>.Instance);
        return await lane.LookAsync(Stop);
    }
}
