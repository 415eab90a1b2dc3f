using GovAccountConsole.Infrastructure.Weixin;
using Microsoft.Extensions.Time.Testing;

namespace GovAccountConsole.Tests.Weixin;

public sealed class CircuitBreakersTests
{
    private const string Sick = "wx-sick";
    private const string Path = "/cgi-bin/draft/add";
    private readonly FakeTimeProvider _time = new();
    private readonly CircuitBreakers _circuits;

    public CircuitBreakersTests() => _circuits = new(_time);

    [Fact]
    public void Five_failures_in_a_row_spare_that_account_and_interface_and_no_other()
    {
        Fail(4);
        Assert.True(_circuits.MayCall(Sick, Path));
        Fail(1);
        Assert.False(_circuits.MayCall(Sick, Path));
        Assert.True(_circuits.MayCall(Sick, "/cgi-bin/freepublish/submit"));
        Assert.True(_circuits.MayCall("wx-well", Path));
    }

    [Fact]
    public void An_answer_in_between_begins_the_count_anew()
    {
        Fail(4);
        _circuits.Note(Sick, Path, answered: true);
        Fail(4);
        Assert.True(_circuits.MayCall(Sick, Path));
    }

    [Fact]
    public void After_the_pause_one_call_tries_and_its_answer_closes_the_circuit()
    {
        Fail(5);
        _time.Advance(TimeSpan.FromSeconds(16));
        Assert.True(_circuits.MayCall(Sick, Path));
        Assert.False(_circuits.MayCall(Sick, Path));
        _circuits.Note(Sick, Path, answered: true);
        Assert.True(_circuits.MayCall(Sick, Path));
        Assert.True(_circuits.MayCall(Sick, Path));
    }

    [Fact]
    public void A_failed_try_makes_the_pause_longer_up_to_two_minutes()
    {
        Fail(5);
        for (var round = 0; round < 6; round++)
        {
            _time.Advance(TimeSpan.FromSeconds(121));
            Assert.True(_circuits.MayCall(Sick, Path));
            Fail(1);
        }

        _time.Advance(TimeSpan.FromSeconds(119));
        Assert.False(_circuits.MayCall(Sick, Path));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.True(_circuits.MayCall(Sick, Path));
    }

    private void Fail(int times)
    {
        for (var time = 0; time < times; time++) _circuits.Note(Sick, Path, answered: false);
    }
}
