using System.Net;
using Scrutineer.Tests.Evidence.Photographs;
using Scrutineer.Web.Access;
using Server = Scrutineer.Web.Tests.Night;

namespace Scrutineer.Web.Tests;

/// <summary>A photograph from an observer's camera to the coordinator's browser: the picture, and nothing that tells of a person.</summary>
public class PhotographRouteTests
{
    private static readonly byte[] Picture = GreyJpeg.Of(40, 30);

    [Fact]
    public async Task Photograph_OfACamera_ComesToTheCoordinatorAsAPictureOnly()
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var coordinator = await night.AsAsync(administrator, "coordinator-1", Roles.Coordinator);
        using var device = await Device.JoinAsync(night, administrator, "swallow-1");
        using var network = night.Browser();
        var taken = Taken();
        Assert.Contains((byte)0xE1, CameraFile.Markers(taken));
        var (status, told) = await device.SendFileAsync(network, taken);
        Assert.Equal(HttpStatusCode.OK, status);
        var (sha256, path) = ((string)told["sha256"]!, "/reports/photograph/" + (string)told["sha256"]!);
        Assert.Equal(Device.HashOf(taken), (string)told["received"]!);

        // A picture that no report names is nobody's to look at.
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync(path)).StatusCode);
        var id = await ReportTests.HandInAsync(night, device, device.Copy(Device.HashOf(taken)));
        Assert.Contains(
            $"src=\"{path}\"",
            await coordinator.TextAsync("/reports/one?id=" + id),
            StringComparison.Ordinal
        );

        using var answer = await coordinator.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(SecurityHeaders.Policy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.True(answer.Headers.CacheControl!.NoStore);

        // To the bit the picture as it was before the camera wrote around it.
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Picture, bytes);
        Assert.Equal(sha256, Device.HashOf(bytes));
        Assert.Equal([0xDB, 0xC0, 0xC4, 0xC4, 0xDA], CameraFile.Markers(bytes));
    }

    [Theory]
    [InlineData(Roles.Clerk)]
    [InlineData(Roles.Verifier)]
    [InlineData(Roles.Screen)]
    [InlineData(Roles.Administrator)]
    public async Task Photograph_ForAnotherRole_IsRefused(string role)
    {
        await using var night = await Server.StartAsync();
        using var administrator = await night.AdministratorAsync();
        using var device = await Device.JoinAsync(night, administrator, "swallow-1");
        using var network = night.Browser();
        var taken = Taken();
        var (_, told) = await device.SendFileAsync(network, taken);
        await ReportTests.HandInAsync(night, device, device.Copy(Device.HashOf(taken)));
        var path = "/reports/photograph/" + (string)told["sha256"]!;
        using var somebody = await night.AsAsync(administrator, "somebody", role);
        using var refused = await somebody.GetAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Empty(await refused.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Redirect, (await network.GetAsync(path)).StatusCode);
    }

    /// <summary>The picture with what a camera writes around it: Exif with camera, orientation and place, an Adobe resource, a remark.</summary>
    private static byte[] Taken()
    {
        var camera = CameraFile.Of(Picture, orientation: 6);
        return
        [
            .. camera[..2],
            .. Pictures.Segment(0xED, [.. "Photoshop 3.0\0by-line: Aigerim"u8]),
            .. Pictures.Segment(0xFE, [.. "taken at 43.2389 N 76.8897 E"u8]),
            .. camera[2..],
        ];
    }
}
