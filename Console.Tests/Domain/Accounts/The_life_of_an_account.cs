using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Domain.Accounts;

public sealed class The_life_of_an_account
{
    [Fact]
    public void It_goes_from_applied_through_verifying_to_active()
    {
        var account = Some.AppliedAccount();
        Assert.Equal(AccountStatus.Applied, account.Status);
        account.NoteChecks(Some.Passing, Some.Administrator.Id, Some.Now);
        Assert.Equal(AccountStatus.Verifying, account.Status);
        Assert.True(account.Approve(Some.Supervisor.PersonId, Some.Now).Succeeded);
        Assert.True(account.MaySend);
    }

    [Theory]
    [InlineData("appId")]
    [InlineData("appSecret")]
    [InlineData("ipAllowList")]
    public void Approval_needs_each_of_the_three_checks(string missing)
    {
        var account = Some.AppliedAccount();
        account.NoteChecks([.. Some.Passing.Select(check => check.Name == missing ? check with { Ok = null } : check)], Some.Administrator.Id, Some.Now);
        Assert.Equal("not-verified", account.Approve(Some.Supervisor.PersonId, Some.Now).Error.Code);
    }

    [Fact]
    public void The_applicant_may_not_approve()
    {
        var account = Some.AppliedAccount();
        account.NoteChecks(Some.Passing, Some.Administrator.Id, Some.Now);
        Assert.Equal("applicant-may-not-approve", account.Approve(Some.Administrator.PersonId, Some.Now).Error.Code);
    }

    [Fact]
    public void Suspension_and_closure_need_a_reason_and_stop_sending()
    {
        var account = Some.ActiveAccount();
        Assert.Equal("reason", account.Suspend(" ", Some.Supervisor.PersonId, Some.Now).Error.Field);
        Assert.True(account.Suspend("凭证外泄", Some.Supervisor.PersonId, Some.Now).Succeeded);
        Assert.False(account.MaySend);
        Assert.Equal("account-suspended", account.Suspend("再停", Some.Supervisor.PersonId, Some.Now).Error.Code);
        Assert.True(account.Resume(Some.Supervisor.PersonId, Some.Now).Succeeded);
        Assert.True(account.Close("机构撤并", Some.Administrator.PersonId, Some.Now).Succeeded);
        Assert.Equal("account-closed", account.Resume(Some.Supervisor.PersonId, Some.Now).Error.Code);
    }

    [Fact]
    public void A_changed_credential_sets_it_back_to_verifying_and_an_empty_one_keeps_the_stored()
    {
        var account = Some.ActiveAccount();
        var noSecrets = new AccountSecrets(null, string.Empty, null);
        Assert.True(account.Change(Some.Police, Some.Details() with { Name = "新名" }, noSecrets, new SealedSecrets(null, null, null), null, Some.Now).Succeeded);
        Assert.Equal((AccountStatus.Active, "s"), (account.Status, account.SealedAppSecret));

        Assert.True(account.Change(Some.Police, Some.Details(), noSecrets with { Token = "Other99" }, new SealedSecrets(null, "other", null), null, Some.Now).Succeeded);
        Assert.Equal((AccountStatus.Verifying, "s", "other"), (account.Status, account.SealedAppSecret, account.SealedToken));
        Assert.Empty(account.Checks);
    }

    [Fact]
    public void Credentials_changed_during_a_suspension_must_be_verified_before_it_sends_again()
    {
        var account = Some.ActiveAccount();
        account.Suspend("凭证外泄", Some.Supervisor.PersonId, Some.Now);
        account.Change(Some.Police, Some.Details(), Some.Secrets, new SealedSecrets("new", null, null), null, Some.Now);
        Assert.Equal(AccountStatus.Suspended, account.Status);
        account.Resume(Some.Supervisor.PersonId, Some.Now);
        Assert.Equal(AccountStatus.Verifying, account.Status);
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var errors = OfficialAccount.Check(
            new AccountDetails("", "not-an-id", AccountKind.Service, true, Positioning.Media), new AccountSecrets("short", "!", "短"), secretsRequired: true);
        Assert.Equal(["name", "appId", "appSecret", "token", "encodingAesKey"], errors.Select(error => error.Field));
    }
}
