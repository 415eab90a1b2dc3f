using GovAccountConsole.Domain.Operations;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Domain.Operations;

public sealed class Stopping_and_claiming
{
    private static readonly Guid _first = Guid.NewGuid();
    private static readonly Guid _second = Guid.NewGuid();

    [Fact]
    public void One_person_stops_and_resumes_by_default()
    {
        var matrix = Stopped(_first);
        Assert.True(matrix.Resume("结束", Some.Department, _first, Some.Now).Succeeded);
        Assert.Equal(["matrixStopped", "matrixResumed"], matrix.TakeEvents().Select(happened => happened.Action));
    }

    [Fact]
    public void Where_two_are_asked_for_whoever_stopped_may_not_resume_nor_drop_the_rule()
    {
        var matrix = new MatrixState();
        Assert.Equal(OperationsErrors.NobodyElse, matrix.AskSecondPerson(true, 1, Some.Department, _first, Some.Now).Error);
        Assert.True(matrix.AskSecondPerson(true, 2, Some.Department, _first, Some.Now).Succeeded);
        Assert.True(matrix.Stop("冒名", Some.Department, _first, Some.Now).Succeeded);
        Assert.Equal(OperationsErrors.SecondPersonNeeded, matrix.Resume("好了", Some.Department, _first, Some.Now).Error);
        Assert.Equal(OperationsErrors.NotWhileStopped, matrix.AskSecondPerson(false, 2, Some.Department, _first, Some.Now).Error);
        Assert.True(matrix.Stopped);
        Assert.True(matrix.Resume("核对过了", Some.Department, _second, Some.Now).Succeeded);
        Assert.True(matrix.AskSecondPerson(false, 2, Some.Department, _first, Some.Now).Succeeded);
        Assert.Equal(["secondPersonAsked", "matrixStopped", "matrixResumed", "secondPersonDropped"], matrix.TakeEvents().Select(happened => happened.Action));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Each_act_needs_a_reason(string? reason)
    {
        Assert.Equal("required", new MatrixState().Stop(reason, Some.Department, _first, Some.Now).Error.Code);
        Assert.Equal("required", Stopped(_first).Resume(reason, Some.Department, _first, Some.Now).Error.Code);
        Assert.Equal("required", Claimed("甲").Claim("乙", reason, Some.Department, _first, Some.Now).Error.Code);
    }

    [Fact]
    public void The_first_start_claims_once_and_a_copy_elsewhere_is_muted_until_a_person_claims_it()
    {
        var matrix = new MatrixState();
        Assert.False(matrix.IsMuted("甲"));
        Assert.True(matrix.ClaimFirst("甲", Some.Now));
        Assert.False(matrix.ClaimFirst("乙", Some.Now));
        Assert.False(matrix.IsMuted("甲"));
        Assert.True(matrix.IsMuted("乙"));
        Assert.True(matrix.IsMuted(null));
        Assert.Equal(OperationsErrors.NotMuted, matrix.Claim("甲", "换机房", Some.Department, _first, Some.Now).Error);
        Assert.Equal(OperationsErrors.NoIdentity, matrix.Claim(null, "换机房", Some.Department, _first, Some.Now).Error);
        Assert.True(matrix.Claim("乙", "换机房", Some.Department, _first, Some.Now).Succeeded);
        Assert.False(matrix.IsMuted("乙"));
        Assert.True(matrix.IsMuted("甲"));
        Assert.Equal(("environmentClaimed", "换机房"), matrix.TakeEvents().Select(happened => (happened.Action, happened.Detail!)).Single());
    }

    [Fact]
    public void A_database_that_was_turned_back_is_muted_for_its_own_installation_too()
    {
        var matrix = Claimed("甲");
        matrix.NoteTurnedBack();
        Assert.True(matrix.TurnedBack);
        Assert.True(matrix.IsMuted("甲"));
        Assert.False(matrix.ClaimFirst("甲", Some.Now));
        Assert.True(matrix.Claim("甲", "核对过备份以后的稿件", Some.Department, _first, Some.Now).Succeeded);
        Assert.False(matrix.IsMuted("甲"));
    }

    private static MatrixState Stopped(Guid by)
    {
        var matrix = new MatrixState();
        Assert.True(matrix.Stop("演练", Some.Department, by, Some.Now).Succeeded);
        return matrix;
    }

    private static MatrixState Claimed(string environment)
    {
        var matrix = new MatrixState();
        Assert.True(matrix.ClaimFirst(environment, Some.Now));
        return matrix;
    }
}
