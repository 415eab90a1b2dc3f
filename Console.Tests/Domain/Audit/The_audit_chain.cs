using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GovAccountConsole.Domain.Audit;
using GovAccountConsole.Infrastructure.Audit;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Domain.Audit;

public sealed class The_audit_chain
{
    private static readonly Guid _by = new("00000000-0000-7000-8000-0000000000b1");
    private static readonly Guid _subject = new("00000000-0000-7000-8000-0000000000c1");

    private static readonly AuditFacts _facts = new(
        7, Some.Now.AddTicks(1_234_560), _by, "postApproved", "post", _subject, Some.Police, 2, new string('a', 64), "同意\n发");

    [Fact]
    public void The_hashed_bytes_are_those_the_document_tells()
    {
        const string Text =
            "gac-audit-1\n2:12\n64:0000000000000000000000000000000000000000000000000000000000000000\n1:7\n27:2026-11-25T02:00:00.123456Z\n"
            + "36:00000000-0000-7000-8000-0000000000b1\n12:postApproved\n4:post\n36:00000000-0000-7000-8000-0000000000c1\n36:00000000-0000-7000-8000-00000000a001\n"
            + "1:2\n64:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n10:同意\n发\n";
        Assert.Equal(Text, Encoding.UTF8.GetString(AuditSeal.Canonical(12, AuditSeal.Start, _facts)));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text))), AuditSeal.HashOf(12, AuditSeal.Start, _facts));
    }

    public static TheoryData<string, AuditFacts> Tampered => new()
    {
        { "id", _facts with { Id = 8 } },
        { "time", _facts with { At = _facts.At.AddMicroseconds(1) } },
        { "person", _facts with { ById = _subject } },
        { "no person", _facts with { ById = null } },
        { "action", _facts with { Action = "postReturned" } },
        { "kind of subject", _facts with { SubjectType = "posts" } },
        { "subject", _facts with { SubjectId = _by } },
        { "agency", _facts with { AgencyId = Some.Court } },
        { "revision", _facts with { Revision = 3 } },
        { "no revision", _facts with { Revision = null } },
        { "content", _facts with { ContentHash = new string('b', 64) } },
        { "detail", _facts with { Detail = "同意" } },
        { "empty detail is not no detail", _facts with { Detail = string.Empty } },
        { "no detail", _facts with { Detail = null } },
        { "a word moved over a border", _facts with { Action = "postApproved\n4:post", SubjectType = "" } },
    };

    [Theory]
    [MemberData(nameof(Tampered))]
    public void No_field_can_be_changed_unseen(string what, AuditFacts tampered)
    {
        var chain = Chain([_facts, _facts with { Id = 8, Detail = null }, _facts with { Id = 9 }]);
        chain[1] = chain[1] with { Facts = tampered with { Id = what == "id" ? 99 : tampered.Id } };
        var (problem, at) = Walk(chain);
        Assert.Equal((ChainFault.Changed, 2), (problem?.Fault, at));
    }

    [Fact]
    public void A_rewritten_entry_is_given_away_by_the_next()
    {
        var chain = Chain([_facts, _facts, _facts]);
        var rewritten = _facts with { Detail = "换过" };
        chain[1] = new ChainLink(2, chain[1].PreviousHash, AuditSeal.HashOf(2, chain[1].PreviousHash, rewritten), rewritten);
        Assert.Equal((ChainFault.Unlinked, 3), (Walk(chain).Problem?.Fault, Walk(chain).At));
    }

    [Theory]
    [InlineData(0, ChainFault.Missing)]
    [InlineData(1, ChainFault.Missing)]
    public void A_removed_entry_leaves_a_gap(int index, ChainFault fault)
    {
        var chain = Chain([_facts, _facts, _facts]);
        chain.RemoveAt(index);
        var (problem, _) = Walk(chain);
        Assert.Equal((fault, index + 1), (problem!.Fault, problem.Sequence));
    }

    [Fact]
    public void Any_single_change_of_any_chain_is_found_at_its_place()
    {
        var property =
            from length in Gen.Choose(2, 12)
            from details in Gen.Elements<string?>(null, "", "同意", "a\nb", "1:x").ArrayOf(length)
            from index in Gen.Choose(0, length - 1)
            from other in Gen.Choose(0, length - 1)
            from act in Gen.Choose(0, 4)
            select (details, index, other, act);
        Prop.ForAll(property.ToArbitrary(), pick =>
        {
            var chain = Chain([.. pick.details.Select((detail, number) => _facts with { Id = number + 1, Detail = detail })]);
            var whole = Walk(chain).Problem is null;
            var (first, tailOnly) = Harm(chain, pick.index, pick.other, pick.act);
            var (problem, at) = Walk(chain);
            // What only shortens the end is found by the head that was noted, not by the links that are left.
            return whole && (first is null || tailOnly ? problem is null : problem is not null && at <= first + 1);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task A_file_cut_at_the_end_is_given_away_by_its_own_first_line_and_by_a_noted_head()
    {
        var chain = Chain([_facts, _facts, _facts]);
        var file = File(chain, 3, chain[2].Hash);
        Assert.Null((await CheckAsync(file, null)).Problem);
        Assert.Equal(1, (await CheckAsync(file, chain[1].Hash)).Beyond);
        Assert.Equal(ChainFault.CutOff, (await CheckAsync([.. file[..^1]], null)).Problem?.Fault);
        // The liar also rewrites the first line: only what was noted elsewhere helps.
        var lying = File(chain[..2], 2, chain[1].Hash);
        Assert.Null((await CheckAsync(lying, null)).Problem);
        Assert.Equal(ChainFault.CutOff, (await CheckAsync(lying, chain[2].Hash)).Problem?.Fault);
    }

    [Theory]
    [InlineData("{\"sequence\":2}")]
    [InlineData("")]
    [InlineData("not json")]
    public async Task A_line_that_is_no_entry_is_named(string line)
    {
        var chain = Chain([_facts, _facts, _facts]);
        var file = File(chain, 3, chain[2].Hash);
        file[2] = line;
        var report = await CheckAsync(file, null);
        Assert.Equal((ChainFault.Unreadable, 2, 3), (report.Problem?.Fault, report.Problem?.Sequence, report.Line));
    }

    [Theory]
    [InlineData(",\"note\":\"x\"}")]
    [InlineData(",\"detail\":\"另一句\"}")]
    public async Task Nothing_can_be_added_to_a_line(string more)
    {
        var chain = Chain([_facts, _facts]);
        var file = File(chain, 2, chain[1].Hash);
        file[1] = file[1][..^1] + more;
        Assert.Equal(ChainFault.Unreadable, (await CheckAsync(file, null)).Problem?.Fault);
    }

    [Fact]
    public async Task Another_file_is_no_export() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => CheckAsync(["{\"form\":\"gac-audit-9\"}"], null));

    private static List<ChainLink> Chain(AuditFacts[] facts)
    {
        var (links, head) = (new List<ChainLink>(), AuditSeal.Start);
        foreach (var (index, fact) in facts.Index())
        {
            var hash = AuditSeal.HashOf(index + 1, head, fact);
            links.Add(new ChainLink(index + 1, head, hash, fact));
            head = hash;
        }

        return links;
    }

    private static (ChainProblem? Problem, long At) Walk(IEnumerable<ChainLink> links)
    {
        var walk = new ChainWalk();
        foreach (var link in links)
        {
            if (walk.Take(link) is { } problem)
            {
                return (problem, walk.Count + 1);
            }
        }

        return (null, 0);
    }

    // Index of the first place that is not as it was; null when nothing changed.
    private static (int? First, bool TailOnly) Harm(List<ChainLink> chain, int index, int other, int act)
    {
        switch (act)
        {
            case 0:
                chain.RemoveAt(index);
                return (index, index == chain.Count);
            case 1:
                chain.Insert(index, chain[other]);
                return (index == other ? index + 1 : index, false);
            case 2 when index != other:
                (chain[index], chain[other]) = (chain[other], chain[index]);
                return (Math.Min(index, other), false);
            case 3:
                chain[index] = chain[index] with { Facts = chain[index].Facts! with { Action = "postReturned" } };
                return (index, false);
            case 4:
                chain[index] = chain[index] with { PreviousHash = new string('f', 64) };
                return (index, false);
            default:
                return (null, false);
        }
    }

    private static List<string> File(IReadOnlyList<ChainLink> chain, long last, string head) =>
    [
        AuditLine.Write(new AuditFileHead(AuditSeal.Form, AuditSeal.Time(Some.Now), 1, last, head)),
        .. chain.Select(link => new AuditLine(
            link.Sequence, link.Facts!.Id, AuditSeal.Time(link.Facts.At), link.Facts.ById, link.Facts.Action, link.Facts.SubjectType, link.Facts.SubjectId, link.Facts.AgencyId,
            link.Facts.Revision, link.Facts.ContentHash, link.Facts.Detail, false, link.PreviousHash, link.Hash).ToString()),
    ];

    private static async Task<AuditFileReport> CheckAsync(IEnumerable<string> lines, string? noted)
    {
        using var reader = new StringReader(string.Join('\n', lines));
        return await AuditFile.CheckAsync(reader, noted, TestContext.Current.CancellationToken);
    }
}
