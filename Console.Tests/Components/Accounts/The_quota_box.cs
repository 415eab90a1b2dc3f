using Bunit;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Planning;
using GovAccountConsole.Infrastructure.Accounts;
using GovAccountConsole.Web.Accounts;

namespace GovAccountConsole.Tests.Components.Accounts;

public sealed class The_quota_box : PageTest
{
    private static AccountDetail Account(QuotaView quota) => new(new AccountRow(
        Guid.NewGuid(), Guid.NewGuid(), "市公安局", "临江公安", "wx3f00000000091c2a", AccountKind.Service, true, Positioning.Service, AccountStatus.Active, null, Now, null, 1) { Quota = quota });

    [Fact]
    public void It_says_what_was_sent_elsewhere_what_is_kept_and_that_the_platform_refused()
    {
        var account = Account(new QuotaView(QuotaPeriod.Month, 4, 2) { Reserved = 1, Elsewhere = 1, IsRefused = true }) with { SentElsewhere = [Now.AddHours(-1)], QuotaReason = "汛期留一次" };
        var cut = Render<QuotaBox>(view => view.Add(v => v.Account, account).Add(v => v.Now, Now).Add(v => v.ErrorFor, _ => null));
        foreach (var words in new[] { "每月 4 次（平台规则）", "已占 2 次，还剩 2 次", "最后 1 次留给应急稿件", "汛期留一次", "后台群发", "群发额度已用完" }) Assert.Contains(words, cut.Markup);
        Assert.Empty(cut.FindAll("[data-testid=quota-edit]"));
    }

    [Fact]
    public async Task Who_may_sets_the_number_the_reservation_and_the_reason()
    {
        QuotaInput? wanted = null;
        var cut = Render<QuotaBox>(view => view.Add(v => v.Account, Account(new QuotaView(QuotaPeriod.Month, 4, 0))).Add(v => v.Now, Now).Add(v => v.MayChange, true)
            .Add(v => v.ErrorFor, _ => null).Add(v => v.Save, input => wanted = input));
        await cut.InvokeAsync(() => cut.Find("#quota-limit").Change("6"));
        await cut.InvokeAsync(() => cut.Find("[data-testid=quota-reserve]").Change(true));
        await cut.InvokeAsync(() => cut.Find("#quota-reason").Change("平台另给"));
        await cut.InvokeAsync(() => cut.Find("[data-testid=quota-save]").Click());
        Assert.Equal(new QuotaInput(6, 1, "平台另给"), wanted);
    }
}
