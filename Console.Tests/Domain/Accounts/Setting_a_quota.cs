using GovAccountConsole.Domain.Access;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Domain.Reviews;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Domain.Accounts;

public sealed class Setting_a_quota
{
    private static readonly Guid _by = Some.Administrator.PersonId;

    [Fact]
    public void What_departs_from_the_rule_needs_a_reason_and_the_rule_does_not()
    {
        var account = Some.ActiveAccount(AccountKind.Service);
        Assert.Equal("required", account.SetQuota(6, 0, " ", _by, Some.Now).Error.Code);
        Assert.True(account.SetQuota(6, 1, "平台另给 2 次", _by, Some.Now).Succeeded);
        Assert.Equal((6, 1, "平台另给 2 次"), (account.Quota.Limit, account.Quota.Reserved, account.QuotaReason));
        Assert.True(account.SetQuota(null, 0, null, _by, Some.Now).Succeeded);
        Assert.Equal((4, 0, null), (account.Quota.Limit, account.Quota.Reserved, account.QuotaReason));
    }

    [Theory]
    [InlineData(0, 0, "bad-quota")]
    [InlineData(101, 0, "bad-quota")]
    [InlineData(2, 2, "quota-reserves-all")]
    [InlineData(null, 1, "quota-reserves-all")]
    [InlineData(2, -1, "quota-reserves-all")]
    public void Nonsense_and_a_reservation_of_everything_are_refused(int? limit, int reserved, string code) =>
        Assert.Contains(code, Some.ActiveAccount().SetQuota(limit, reserved, "试", _by, Some.Now).Errors.Select(error => error.Code));

    [Fact]
    public void What_is_reserved_is_for_the_emergency_lane_alone()
    {
        var account = Some.ActiveAccount(AccountKind.Service);
        Assert.True(account.SetQuota(null, 1, "汛期留一次", _by, Some.Now).Succeeded);
        DateTimeOffset[] taken = [Some.Now.AddDays(1), Some.Now.AddDays(2), Some.Now.AddDays(3)];

        var (normal, _) = Some.Approved(account, Channel.MassSend);
        var refused = normal.Schedule(account, Some.Now.AddHours(2), taken, Some.Editor.PersonId, Some.Now);
        Assert.Equal("quota-reserved", refused.Error.Code);
        Assert.All(refused.Error.Args.Cast<DateTimeOffset>(), slot => Assert.Equal(12, BusinessTime.ToShanghai(slot).Month));

        var (emergency, revision) = Some.Draft(account, Channel.MassSend);
        Assert.True(emergency.DeclareEmergency(account, revision, ReviewPlan.Default, "桥面塌陷", Some.Editor.PersonId, Some.Now).Succeeded);
        Assert.True(emergency.Decide(Some.FinalReviewer, Some.PoliceLineage, 1, DecisionKind.Approve, null, Some.Now).Succeeded);
        Assert.True(emergency.Publish(account, taken, Some.Editor.PersonId, Some.Now).Succeeded);

        DateTimeOffset[] full = [.. taken, Some.Now.AddDays(4)];
        Assert.Equal("quota-exceeded", normal.Schedule(account, Some.Now.AddHours(2), full, Some.Editor.PersonId, Some.Now).Error.Code);
    }
}
